package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Summaries;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Tips;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A section of a form: its name, with a switch where it can be off, and under it its fields, which fold up into a line that says
 * what they amount to.
 */
final class SectionView extends VBox {

    private static final double FOLD = 16;

    private final FormView form;
    private final Folds.Of folds;
    private final VBox content = new VBox();
    private final Label line = new Label();
    private final ProblemLabel problem;
    private final @Nullable FontIcon arrow;
    private final @Nullable OfferMenu offers;
    private FormItem.Section section;

    SectionView(FormView form, FormItem.Section section, Folds.Of folds) {
        this.form = form;
        this.folds = folds;
        this.section = section;
        String id = String.join("-", section.path());
        problem = form.problemLabel("section-" + id, section);
        arrow = section.given() && hasContent(section) ? new FontIcon(Feather.CHEVRON_DOWN) : null;
        setId("section-of-" + id);
        getStyleClass().add(section.isGroup() ? "form-group" : "form-section");
        content.getStyleClass().add("form");
        if (!section.isGroup()) {
            content.getStyleClass().add("nested");
        }
        line.setId("line-" + id);
        line.setWrapText(true);
        line.getStyleClass().addAll("field-unit", "section-line");
        line.managedProperty().bind(line.visibleProperty());
        content.managedProperty().bind(content.visibleProperty());
        getChildren().addAll(header(id), line, problem, content);
        if (!section.shape().variants().isEmpty() && section.given()) {
            content.getChildren().add(form.shapes(section, problem));
        }
        offers = section.given() && !section.offer().published().isEmpty()
                ? new OfferMenu(form, section, problem)
                : null;
        if (offers != null) {
            content.getChildren()
                    .add(0, FormView.row(Labels.of("Values of", "", "Fills in what is published"), offers));
        }
        show(section);
    }

    /** Whether there is anything in it: of several of different shapes the choice of one at least. */
    private static boolean hasContent(FormItem.Section section) {
        return !section.items().isEmpty() || !section.several().isEmpty();
    }

    /** Puts one of its fields under those that are there. */
    void add(Node field) {
        content.getChildren().add(field);
    }

    /** Shows other values of the same structure. */
    void show(FormItem.Section now) {
        section = now;
        problem.show(List.of());
        if (offers != null) {
            offers.show(now);
        }
        fold();
    }

    private HBox header(String id) {
        Label title = new Label(section.label());
        title.getStyleClass().add(section.isGroup() ? "group-title" : "section-title");
        title.setWrapText(true);
        Tips.install(title, section.meaning());
        Label prompt = new Label(section.given() ? section.several() : section.prompt());
        prompt.getStyleClass().add("field-unit");
        prompt.setWrapText(true);
        prompt.setMaxWidth(Double.MAX_VALUE);
        prompt.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(prompt, Priority.ALWAYS);
        HBox header = new HBox(title, folding(id), prompt);
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(Region.USE_PREF_SIZE);
        if (section.optional()) {
            header.getChildren().add(onOff(id));
        }
        if (arrow != null) {
            title.setOnMouseClicked(event -> turn());
            prompt.setOnMouseClicked(event -> turn());
        }
        return header;
    }

    private Node folding(String id) {
        if (arrow == null) {
            return new Region();
        }
        Button button = new Button(null, arrow);
        button.setId("fold-" + id);
        button.getStyleClass().addAll("fold", "flat");
        button.setMinWidth(FOLD);
        button.setPrefWidth(FOLD);
        Icons.describe(button, "Fold or unfold " + section.label());
        button.setOnAction(event -> turn());
        return button;
    }

    private CheckBox onOff(String id) {
        CheckBox given = new CheckBox();
        given.setId("given-" + id);
        given.getStyleClass().add("switch");
        given.setSelected(section.given());
        given.setIndeterminate(!section.several().isEmpty() && !section.given());
        given.setDisable(!section.offer().possible());
        Icons.describe(given, section.label() + ". " + section.meaning());
        given.selectedProperty()
                .addListener((observable, was, is) -> form.give(section, is, problem, () -> given.setSelected(was)));
        return given;
    }

    private void turn() {
        folds.fold(section.path(), !folds.isFolded(section.path()));
        fold();
        form.placeWarnings();
    }

    private void fold() {
        boolean folded = arrow != null && folds.isFolded(section.path());
        if (arrow != null) {
            arrow.setIconCode(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
        }
        content.setVisible(section.given() && hasContent(section) && !folded);
        String words = section.given() ? folded ? Summaries.of(section) : "" : Summaries.whenOn(section);
        line.setText(words);
        line.setVisible(!words.isEmpty());
    }
}
