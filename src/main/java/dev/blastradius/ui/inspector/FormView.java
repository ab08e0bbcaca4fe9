package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A form as controls, which edit what the form is about and nothing else, whatever is selected by then. Values that change are
 * shown in the controls that are there; another structure needs a new view.
 */
final class FormView extends VBox {

    private final Editor editor;
    private final FormActions actions;
    private final List<Subject> subjects;
    private final Subject subject;
    private final Folds.Of folds;
    private final List<String> structure;
    private final List<FieldControl> fields = new ArrayList<>();
    private final List<ProblemLabel> labels = new ArrayList<>();
    private final Map<List<String>, Consumer<FormItem>> shown = new LinkedHashMap<>();
    private List<Problem> warnings = List.of();
    private boolean updating;
    private boolean retired;

    /**
     * A view of a form.
     *
     * @param editor where its edits go
     * @param actions what is done in it
     * @param subject what the form is about
     * @param folds which sections are folded up
     */
    FormView(Editor editor, FormActions actions, Subject subject, List<FormItem> items, Folds folds) {
        this.editor = editor;
        this.actions = actions;
        this.subject = subject;
        this.subjects = List.of(subject);
        this.folds = folds.of(subject.what());
        this.structure = structure(items);
        getStyleClass().add("form");
        items.forEach(item -> getChildren().add(node(item)));
    }

    /** Shows other values of the same form; false where its structure is another. */
    boolean show(List<FormItem> items) {
        if (!structure(items).equals(structure)) {
            return false;
        }
        updating = true;
        each(items, item -> {
            Consumer<FormItem> consumer = shown.get(item.path());
            if (consumer != null) {
                consumer.accept(item);
            }
        });
        updating = false;
        return true;
    }

    /** Puts what is typed and not yet entered into the model. */
    void commit() {
        if (!retired) {
            List.copyOf(fields).forEach(FieldControl::commit);
        }
    }

    /** It is shown no longer: a field that loses the keyboard by this is not to edit the model once more. */
    void retire() {
        retired = true;
    }

    List<Problem> type(FormItem.Entry entry, String text) {
        return retired ? List.of() : actions.type(subjects, entry, text);
    }

    void undoOrRedo(boolean redo) {
        if (redo) {
            editor.redo();
        } else {
            editor.undo();
        }
    }

    /** A place for what is wrong with an item; a group of items has no key of its own. */
    ProblemLabel problemLabel(String of, FormItem item) {
        JsonPath where = subject.where();
        if (item instanceof FormItem.Section section && section.isGroup()) {
            return new ProblemLabel(of, where, where);
        }
        JsonPath place = where;
        for (String key : item.path()) {
            place = place.key(key);
        }
        ProblemLabel label = new ProblemLabel(of, place, where.key(item.path().get(0)));
        labels.add(label);
        return label;
    }

    /**
     * Shows warnings about the model, each beside the innermost control that it is about and that is not folded away; those about
     * anything else are left out.
     */
    void warn(List<Problem> newWarnings) {
        warnings = newWarnings;
        placeWarnings();
    }

    /** Finds the warnings their places again, after something was folded or unfolded. */
    void placeWarnings() {
        Map<ProblemLabel, List<Problem>> beside = new LinkedHashMap<>();
        for (Problem warning : warnings) {
            labels.stream()
                    .filter(label -> warning.where().isWithin(label.place()) && isUnfolded(label))
                    .max(Comparator.comparingInt(label -> label.place().depth()))
                    .ifPresent(label -> beside.computeIfAbsent(label, any -> new ArrayList<>())
                            .add(warning));
        }
        labels.forEach(label -> label.warn(beside.getOrDefault(label, List.of())));
    }

    private boolean isUnfolded(Node node) {
        for (Node around = node.getParent(); around != null && around != this; around = around.getParent()) {
            if (!around.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<Problem> set(FormItem item, @Nullable Object value) {
        return actions.set(subjects, item, value);
    }

    /** A control was changed: does the edit; where it is refused, says why and puts the control back. */
    private void change(Supplier<List<Problem>> edit, ProblemLabel problem, Runnable putBack) {
        if (updating || retired) {
            return;
        }
        List<Problem> refused = edit.get();
        problem.show(refused);
        if (!refused.isEmpty()) {
            // Only when the control has told everybody of the change can it be given another value.
            Platform.runLater(() -> {
                updating = true;
                putBack.run();
                updating = false;
            });
        }
    }

    private static List<String> structure(List<FormItem> items) {
        List<String> lines = new ArrayList<>();
        each(items, item -> {
            String shape = item instanceof FormItem.Section section
                    ? section.given() + section.shape().chosen()
                    : "";
            lines.add(item.getClass().getSimpleName() + item.path() + shape);
        });
        return lines;
    }

    private static void each(List<FormItem> items, Consumer<FormItem> visitor) {
        for (FormItem item : items) {
            visitor.accept(item);
            if (item instanceof FormItem.Section section) {
                each(section.items(), visitor);
            }
        }
    }

    private Node node(FormItem item) {
        if (item instanceof FormItem.Entry entry) {
            FieldControl control = new FieldControl(this, entry);
            fields.add(control);
            shown.put(entry.path(), each -> control.show((FormItem.Entry) each));
            return control;
        }
        if (item instanceof FormItem.Check check) {
            return check(check);
        }
        if (item instanceof FormItem.Choice choice) {
            return choice(choice);
        }
        if (item instanceof FormItem.Section section) {
            return section(section);
        }
        throw new IllegalArgumentException(item.toString());
    }

    private Node check(FormItem.Check check) {
        CheckBox box = new CheckBox(check.label());
        box.setId("field-" + String.join("-", check.path()));
        box.setSelected(check.value());
        Icons.describe(box, check.label() + ". " + check.meaning());
        ProblemLabel problem = problemLabel(box.getId(), check);
        box.selectedProperty()
                .addListener((observable, was, is) -> change(
                        () -> set(check, is == check.byDefault() ? null : is), problem, () -> box.setSelected(was)));
        shown.put(check.path(), each -> {
            box.setSelected(((FormItem.Check) each).value());
            problem.show(List.of());
        });
        return new VBox(box, problem);
    }

    private Node choice(FormItem.Choice choice) {
        ComboBox<String> box = combo(choice.options(), choice.chosen());
        box.setId("field-" + String.join("-", choice.path()));
        Icons.describe(box, choice.label() + ". " + choice.meaning());
        ProblemLabel problem = problemLabel(box.getId(), choice);
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null) {
                change(() -> set(choice, is.equals(choice.byDefault()) ? null : is), problem, () -> box.setValue(was));
            }
        });
        shown.put(choice.path(), each -> {
            box.setValue(((FormItem.Choice) each).chosen());
            problem.show(List.of());
        });
        return new VBox(row(Labels.of(choice.label(), "", choice.meaning()), box), problem);
    }

    private Node section(FormItem.Section section) {
        SectionView view = new SectionView(this, section, folds);
        section.items().forEach(item -> view.add(node(item)));
        shown.put(section.path(), each -> view.show((FormItem.Section) each));
        return view;
    }

    /** A choice among the shapes of a section. */
    Node shapes(FormItem.Section section, ProblemLabel problem) {
        ComboBox<String> box = combo(section.shape().variants(), section.shape().chosen());
        box.setId("variant-" + String.join("-", section.path()));
        Icons.describe(box, section.shape().label() + " of " + section.label() + ". " + section.meaning());
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null && !is.equals(section.shape().chosen())) {
                change(() -> actions.reshape(subjects, section, is), problem, () -> box.setValue(was));
            }
        });
        return row(Labels.of(section.shape().label(), "", section.meaning()), box);
    }

    /** Switches a section on or off. */
    void give(FormItem.Section section, boolean given, ProblemLabel problem, Runnable putBack) {
        change(
                () -> given ? actions.switchOn(subjects, section) : actions.switchOff(subjects, section),
                problem,
                putBack);
    }

    /** Gives a field or a section a value by its name. */
    void fillIn(FormItem item, Beginning beginning, ProblemLabel problem) {
        change(() -> actions.fillIn(subjects, item, beginning), problem, () -> {});
    }

    private static ComboBox<String> combo(List<FormItem.Option> options, String chosen) {
        ComboBox<String> box = new ComboBox<>();
        Map<String, String> labels = new LinkedHashMap<>();
        options.forEach(option -> {
            box.getItems().add(option.word());
            labels.put(option.word(), option.label());
        });
        box.setValue(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String word) {
                return word == null ? "" : labels.getOrDefault(word, word);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        return box;
    }

    static GridPane row(Node left, Node right) {
        GridPane row = new GridPane();
        row.getStyleClass().add("field");
        row.add(left, 0, 0);
        row.add(right, 1, 0);
        row.getColumnConstraints().addAll(Labels.left(), Labels.right());
        GridPane.setHgrow(right, Priority.ALWAYS);
        return row;
    }
}
