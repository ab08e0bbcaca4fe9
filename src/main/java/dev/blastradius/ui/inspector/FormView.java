package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Words;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A form as controls, which edit what the form is about and nothing else, whatever is selected by then. Values that change are
 * shown in the controls that are there; another structure needs a new view.
 */
final class FormView extends VBox {

    private final Editor editor;
    private final Subject subject;
    private final List<String> structure;
    private final List<FieldControl> fields = new ArrayList<>();
    private final Map<List<String>, Node> focusable = new LinkedHashMap<>();
    private final Map<List<String>, Consumer<FormItem>> shown = new LinkedHashMap<>();
    private boolean updating;
    private boolean retired;

    /**
     * A view of a form.
     *
     * @param editor where its edits go
     * @param subject what the form is about
     */
    FormView(Editor editor, Subject subject, List<FormItem> items) {
        this.editor = editor;
        this.subject = subject;
        this.structure = structure(items);
        getStyleClass().add("form");
        items.forEach(item -> getChildren().add(node(item, true)));
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
        return retired ? List.of() : editor.type(subject, entry, text);
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
        return new ProblemLabel(
                of, item.path().isEmpty() ? where : where.key(item.path().get(0)));
    }

    private List<Problem> set(FormItem item, @Nullable Object value) {
        return editor.set(subject, item, value);
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

    /** The path of the field that has the keyboard; null where none has. */
    @Nullable
    List<String> focusedPath() {
        for (Map.Entry<List<String>, Node> each : focusable.entrySet()) {
            if (each.getValue().isFocused()) {
                return each.getKey();
            }
        }
        return null;
    }

    /** Gives the keyboard to a field, where it is there. */
    void focus(List<String> path) {
        Node node = focusable.get(path);
        if (node != null) {
            node.requestFocus();
        }
    }

    private static List<String> structure(List<FormItem> items) {
        List<String> lines = new ArrayList<>();
        each(items, item -> {
            String shape = item instanceof FormItem.Section section ? section.given() + section.chosen() : "";
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

    private Node node(FormItem item, boolean top) {
        if (item instanceof FormItem.Entry entry) {
            FieldControl control = new FieldControl(this, entry);
            fields.add(control);
            focusable.put(entry.path(), control.focusable());
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
            return section(section, top);
        }
        FormItem.Note note = (FormItem.Note) item;
        Label text = new Label(note.text());
        text.setWrapText(true);
        text.getStyleClass().add("field-unit");
        return row(Labels.of(note.label(), "", note.meaning()), text);
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
        focusable.put(check.path(), box);
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
        focusable.put(choice.path(), box);
        shown.put(choice.path(), each -> {
            box.setValue(((FormItem.Choice) each).chosen());
            problem.show(List.of());
        });
        return new VBox(row(Labels.of(choice.label(), "", choice.meaning()), box), problem);
    }

    private Node section(FormItem.Section section, boolean top) {
        VBox content = new VBox();
        content.getStyleClass().add("form");
        boolean group = !section.optional() && section.variants().isEmpty();
        if (!group) {
            content.getStyleClass().add("nested");
        }
        section.items().forEach(item -> content.getChildren().add(node(item, false)));
        ProblemLabel problem = problemLabel("section-" + String.join("-", section.path()), section);
        shown.put(section.path(), each -> problem.show(List.of()));
        VBox box = new VBox(header(section, top && group, problem), problem, content);
        box.getStyleClass().add(top && group ? "form-group" : "form-section");
        content.setVisible(!section.items().isEmpty());
        content.setManaged(!section.items().isEmpty());
        return box;
    }

    private Node header(FormItem.Section section, boolean group, ProblemLabel problem) {
        if (group) {
            Label title = new Label(section.label());
            title.getStyleClass().add("group-title");
            return title;
        }
        Node name;
        if (section.optional()) {
            CheckBox given = new CheckBox(section.label());
            given.setId("given-" + String.join("-", section.path()));
            given.setSelected(section.given());
            given.setWrapText(true);
            Icons.describe(given, section.label() + ". " + section.meaning());
            given.selectedProperty()
                    .addListener((observable, was, is) ->
                            change(() -> give(section, is), problem, () -> given.setSelected(was)));
            name = given;
        } else {
            name = Labels.of(section.label(), "", section.meaning());
        }
        return row(name, section.given() ? variants(section, problem) : absent(section));
    }

    private static Node absent(FormItem.Section section) {
        Label prompt = new Label(section.prompt());
        prompt.getStyleClass().add("field-unit");
        prompt.setWrapText(true);
        return prompt;
    }

    private List<Problem> give(FormItem.Section section, boolean given) {
        if (!given) {
            return set(section, null);
        }
        String first =
                section.variants().isEmpty() ? "" : section.variants().get(0).word();
        return editor.begin(subject, section, first);
    }

    private Node variants(FormItem.Section section, ProblemLabel problem) {
        if (section.variants().isEmpty()) {
            return new Region();
        }
        ComboBox<String> box = combo(section.variants(), section.chosen());
        box.setId("variant-" + String.join("-", section.path()));
        Icons.describe(box, "Shape of " + section.label() + ". " + section.meaning());
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null && !is.equals(section.chosen())) {
                change(() -> editor.begin(subject, section, is), problem, () -> box.setValue(was));
            }
        });
        focusable.put(section.path(), box);
        return box;
    }

    private static ComboBox<String> combo(List<FormItem.Option> options, String chosen) {
        ComboBox<String> box = new ComboBox<>();
        options.forEach(option -> box.getItems().add(option.word()));
        box.setValue(chosen);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String word) {
                return word == null ? "" : Words.title(word);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        return box;
    }

    private static GridPane row(Node left, Node right) {
        GridPane row = new GridPane();
        row.getStyleClass().add("field");
        row.add(left, 0, 0);
        row.add(right, 1, 0);
        row.getColumnConstraints().addAll(Labels.left(), Labels.right());
        GridPane.setHgrow(right, Priority.ALWAYS);
        return row;
    }
}
