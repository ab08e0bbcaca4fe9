package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Ink;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.editor.requests.RequestFilter;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Tips;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** What says which of the sampled requests are listed. */
final class FilterBar extends FlowPane {

    private static final PseudoClass UNREADABLE = PseudoClass.getPseudoClass("danger");

    private final Consumer<RequestFilter> change;
    private final Map<RequestOutcome, ToggleButton> outcomes = new EnumMap<>(RequestOutcome.class);
    private final ToggleButton late = chip("late", "Only those that were answered over the objective's latency");
    private final ToggleButton wrong = chip("wrong", "Only those with a wrong answer that nobody noticed");
    private final ChoiceBox client =
            new ChoiceBox("any client", "Whose requests are listed", key -> set(old -> old.withClient(key)));
    private final ChoiceBox cause =
            new ChoiceBox("any cause", "What they failed of", key -> set(old -> old.withCause(key)));
    private final TextField least = field("from", "They took at least so long: 500ms, 2s, 1m", 52);
    private final TextField most = field("to", "They took at most so long: 500ms, 2s, 1m", 52);
    private final TextField text =
            field("find", "They went through a component of this name, or something ended so: Opus, timeout", 92);
    private final Button moment = new Button();
    private final Button off = Icons.button(Feather.FILTER, "List all that were sampled, without any filter");
    private RequestFilter filter = RequestFilter.NONE;
    private boolean isFilling;

    /**
     * A bar that lists all.
     *
     * @param change hears of another filter
     */
    FilterBar(Consumer<RequestFilter> change) {
        this.change = change;
        getStyleClass().add("request-filters");
        HBox chips = new HBox(3);
        chips.setAlignment(Pos.CENTER_LEFT);
        for (RequestOutcome outcome : RequestOutcome.values()) {
            ToggleButton chip = chip(outcome.key(), "");
            chip.setOnAction(event -> set(old -> old.with(outcome, chip.isSelected())));
            outcomes.put(outcome, chip);
            chips.getChildren().add(chip);
        }
        late.setOnAction(event -> set(old -> old.withLate(late.isSelected())));
        wrong.setOnAction(event -> set(old -> old.withWrong(wrong.isSelected())));
        chips.getChildren().addAll(late, wrong);
        client.setId("requests-client");
        client.setPrefWidth(118);
        cause.setId("requests-cause");
        cause.setPrefWidth(150);
        least.setId("requests-least");
        most.setId("requests-most");
        text.setId("requests-text");
        least.textProperty().addListener((observable, was, is) -> times());
        most.textProperty().addListener((observable, was, is) -> times());
        text.textProperty().addListener((observable, was, is) -> set(old -> old.withText(is)));
        moment.setId("requests-moment");
        moment.getStyleClass().add("request-moment");
        moment.setGraphic(Icons.node(Feather.X));
        moment.setContentDisplay(ContentDisplay.RIGHT);
        moment.setOnAction(event -> set(old -> old.withMoment(Double.NaN)));
        Icons.describe(
                moment, "Only those are listed that were under way at this moment. Click: list those of any moment");
        off.setId("requests-all");
        off.setOnAction(event -> {
            show(RequestFilter.NONE);
            change.accept(filter);
        });
        getChildren().addAll(chips, client, cause, words("took"), least, words("–"), most, text, off, moment);
        show(RequestFilter.NONE);
    }

    private static ToggleButton chip(String words, String meaning) {
        ToggleButton chip = new ToggleButton(words);
        chip.setId("requests-" + words);
        chip.getStyleClass().add("request-chip");
        Icons.describe(chip, meaning);
        return chip;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("request-words");
        return label;
    }

    private static TextField field(String prompt, String meaning, double width) {
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setPrefWidth(width);
        Icons.describe(field, meaning);
        return field;
    }

    private void times() {
        double from = time(least);
        double to = time(most);
        set(old -> old.withTimes(from, to));
    }

    /** What is typed, in seconds; NaN where nothing is, or nothing that is a time, which is marked. */
    private static double time(TextField field) {
        double seconds = field.getText().isBlank() ? Double.NaN : Clock.seconds(field.getText());
        field.pseudoClassStateChanged(UNREADABLE, !field.getText().isBlank() && Double.isNaN(seconds));
        return seconds;
    }

    private void set(UnaryOperator<RequestFilter> edit) {
        if (isFilling) {
            return;
        }
        RequestFilter changed = edit.apply(filter);
        if (!changed.equals(filter)) {
            filter = changed;
            describe();
            change.accept(filter);
        }
    }

    RequestFilter filter() {
        return filter;
    }

    /** Shows another filter, without telling anybody. */
    void show(RequestFilter changed) {
        filter = changed;
        isFilling = true;
        outcomes.forEach((outcome, chip) -> chip.setSelected(filter.outcomes().contains(outcome)));
        late.setSelected(filter.late());
        wrong.setSelected(filter.wrong());
        client.choose(filter.client());
        cause.choose(filter.cause());
        if (Double.isNaN(filter.least()) && Double.isNaN(filter.most())) {
            least.clear();
            most.clear();
        }
        text.setText(filter.text());
        isFilling = false;
        describe();
    }

    private void describe() {
        boolean asked = !Double.isNaN(filter.moment());
        moment.setVisible(asked);
        moment.setManaged(asked);
        moment.setText(asked ? "under way at " + Clock.text(filter.moment()) : "");
        off.setDisable(filter.isOff());
    }

    /** Offers what there is among the requests. */
    void offer(Traces traces, List<ListedRequest> requests, ChartTheme theme) {
        outcomes.forEach((outcome, chip) -> {
            long sampled = requests.stream()
                    .filter(each -> each.trace().outcome() == outcome)
                    .count();
            long seen = traces.seen().getOrDefault(outcome, 0L);
            chip.setText(outcome.key() + " " + Figures.count(seen));
            String words = outcome.key() + ": " + Figures.count(sampled) + " sampled of " + Figures.count(seen)
                    + " requests. Click: list only these";
            chip.setAccessibleText(words);
            chip.setTooltip(Tips.tip(chip, words));
            chip.setGraphic(RequestTable.dot(theme.web(Ink.of(outcome))));
            boolean any = seen > 0 || sampled > 0 || chip.isSelected();
            chip.setVisible(any);
            chip.setManaged(any);
            chip.setDisable(sampled == 0 && !chip.isSelected());
        });
        late.setDisable(requests.stream().noneMatch(each -> each.trace().late()) && !late.isSelected());
        wrong.setDisable(requests.stream().noneMatch(each -> each.trace().wrong()) && !wrong.isSelected());
        client.offer(requests, each -> each.trace().client(), ListedRequest::client, filter.client());
        cause.offer(requests, each -> each.trace().cause(), ListedRequest::cause, filter.cause());
    }

    /** Puts something behind the filters. */
    void add(Node node) {
        getChildren().add(node);
    }
}
