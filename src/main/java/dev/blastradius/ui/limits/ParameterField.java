package dev.blastradius.ui.limits;

import dev.blastradius.io.vary.Candidate;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.Dials;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Chooses a number of the model, from those worth varying or by its path, and a range for it. */
final class ParameterField extends VBox {

    /**
     * A number and its range.
     *
     * @param steps how many equal steps the range has, 1 or more
     */
    record Range(Dial dial, double from, double to, int steps) {

        /** The values at the ends and between, each once. */
        List<Double> values() {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i <= steps; i++) {
                double value = dial.rounded((from * (steps - i) + to * i) / steps);
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
            return values;
        }
    }

    private static final String NONE = "none";
    /** The captions of fields below each other end at the same place. */
    private static final double CAPTION = 32;

    private static final int MOST_STEPS = 100;
    private static final int USUAL_STEPS = 8;

    private final boolean optional;
    private final boolean stepped;
    private final ComboBox<String> name = new ComboBox<>();
    private final Label now = new Label();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final TextField steps = new TextField(String.valueOf(USUAL_STEPS));
    private final Label problem = new Label();
    private final List<Node> rest = new ArrayList<>();
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();

    private @Nullable Pipeline pipeline;
    private boolean filling;

    /**
     * A field without a model.
     *
     * @param id begins the ids of its parts
     * @param caption what stands before it
     * @param optional whether none can be chosen
     * @param stepped whether the range has steps
     */
    ParameterField(String id, String caption, boolean optional, boolean stepped) {
        this.optional = optional;
        this.stepped = stepped;
        getStyleClass().add("parameter-field");
        name.setId(id + "-name");
        name.setEditable(true);
        name.setPrefWidth(390);
        name.setMaxWidth(460);
        name.setVisibleRowCount(16);
        name.setCellFactory(list -> new NumberCell());
        Icons.describe(
                name,
                "A number of the model: choose one, or type its path, such as dependencies.a->b.retry.maxAttempts");
        from.setId(id + "-from");
        to.setId(id + "-to");
        steps.setId(id + "-steps");
        from.setPrefColumnCount(7);
        to.setPrefColumnCount(7);
        steps.setPrefColumnCount(3);
        now.setId(id + "-now");
        now.getStyleClass().add("study-note");
        problem.setId(id + "-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        rest.addAll(List.of(now, field("from", from), field("to", to)));
        if (stepped) {
            rest.add(field("in", steps));
            rest.add(new Label("steps"));
        }
        HBox choice = field(caption, name);
        ((Label) choice.getChildren().get(0)).setMinWidth(CAPTION);
        FlowPane line = new FlowPane(10, 4, choice);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(rest);
        getChildren().setAll(line, problem);
        name.valueProperty().addListener((property, was, is) -> {
            if (!filling) {
                chosen();
            }
        });
        say("");
    }

    private static HBox field(String words, Node control) {
        Label label = new Label(words);
        label.setLabelFor(control);
        label.getStyleClass().add("caption");
        label.setMinWidth(USE_PREF_SIZE);
        HBox field = new HBox(6, label, control);
        field.setAlignment(Pos.CENTER_LEFT);
        return field;
    }

    /**
     * Offers the numbers of a model. What was chosen stays where it is still there.
     *
     * @param offered those worth varying; the first is chosen where nothing else is, unless there may be none
     */
    void offer(Pipeline newPipeline, List<Candidate> offered) {
        String before = name.getValue();
        pipeline = newPipeline;
        candidates.clear();
        for (Candidate candidate : offered) {
            String title = Lines.one(candidate.dial().title());
            candidates.put(candidates.containsKey(title) ? candidate.dial().path() : title, candidate);
        }
        List<String> titles = new ArrayList<>(candidates.keySet());
        if (optional) {
            titles.add(0, NONE);
        }
        filling = true;
        name.getItems().setAll(titles);
        boolean stays = before != null && (titles.contains(before) || isPath(before));
        name.setValue(stays ? before : titles.isEmpty() ? "" : titles.get(0));
        filling = false;
        if (stays) {
            tellNow();
        } else {
            chosen();
        }
    }

    /** Chooses another number, with its usual range. */
    void choose(String title) {
        name.setValue(title);
    }

    private static boolean isPath(String text) {
        return text.contains(".");
    }

    /** Whether none is chosen, and that may be. */
    boolean isNone() {
        return optional
                && (name.getValue() == null
                        || name.getValue().equals(NONE)
                        || name.getValue().isBlank());
    }

    private void chosen() {
        say("");
        tellNow();
        Dial dial = dial(new Problems());
        Candidate candidate = candidateOf(dial);
        if (dial != null && candidate != null) {
            from.setText(dial.text(dial.rounded(candidate.from())));
            to.setText(dial.text(dial.rounded(candidate.to())));
        }
    }

    private @Nullable Candidate candidateOf(@Nullable Dial dial) {
        for (Candidate candidate : candidates.values()) {
            if (dial != null && candidate.dial().path().equals(dial.path())) {
                return candidate;
            }
        }
        return null;
    }

    private void tellNow() {
        boolean none = isNone();
        rest.forEach(node -> {
            node.setVisible(!none);
            node.setManaged(!none);
        });
        Dial dial = dial(new Problems());
        Double present = dial == null ? null : dial.present();
        now.setText(dial == null ? "" : present == null ? "not set in the model" : "now " + dial.inWords(present));
    }

    private @Nullable Dial dial(Problems problems) {
        Pipeline current = pipeline;
        String text = Objects.requireNonNullElse(name.getValue(), "").strip();
        Candidate candidate = candidates.get(text);
        if (candidate != null) {
            return candidate.dial();
        }
        return current == null || text.isEmpty() || isNone() ? null : Dials.find(current, text, problems);
    }

    /** What is chosen; null where something is wrong, which is then said below, or where none is chosen. */
    @Nullable
    Range read() {
        // What was typed counts, though nobody has pressed Enter.
        name.commitValue();
        say("");
        if (isNone()) {
            return null;
        }
        Problems problems = new Problems();
        Dial dial = dial(problems);
        if (dial == null) {
            say(
                    problems.all().isEmpty()
                            ? "Choose a number of the model"
                            : words(problems.all().get(0)));
            return null;
        }
        Double low = end("from", dial, from);
        Double high = low == null ? null : end("to", dial, to);
        if (low == null || high == null) {
            return null;
        }
        if (low.equals(high)) {
            say("The range has no width: from and to are the same");
            return null;
        }
        int count = stepped ? steps() : 1;
        return count == 0 ? null : new Range(dial, low, high, count);
    }

    private @Nullable Double end(String which, Dial dial, TextField field) {
        Problems problems = new Problems();
        Double value = dial.read(field.getText().strip(), problems);
        if (value == null) {
            say(which + ": "
                    + (problems.all().isEmpty()
                            ? "no value"
                            : words(problems.all().get(0))));
        }
        return value;
    }

    private int steps() {
        String text = steps.getText().strip();
        int count = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > MOST_STEPS) {
            say("steps: expected 1 to " + MOST_STEPS);
            return 0;
        }
        return count;
    }

    /** Says below what is wrong; an empty text: nothing is. */
    void say(String words) {
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.setManaged(!words.isEmpty());
    }

    /** A problem in a line. */
    static String words(Problem problem) {
        String text = problem.what();
        text += problem.expected().isEmpty() ? "" : "; expected " + problem.expected();
        return problem.mend().isEmpty() ? text : text + "; " + problem.mend();
    }

    /** A number in the list, with what it is in the model. */
    private final class NumberCell extends ListCell<String> {

        @Override
        protected void updateItem(@Nullable String title, boolean empty) {
            super.updateItem(title, empty);
            setText(title == null || empty ? null : title + present(candidates.get(title)));
        }

        private static String present(@Nullable Candidate candidate) {
            Double present = candidate == null ? null : candidate.dial().present();
            return candidate == null || present == null
                    ? ""
                    : "  ·  " + candidate.dial().inWords(present);
        }
    }
}
