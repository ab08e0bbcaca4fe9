package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Words;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

/** A form as controls. Values that change are shown in the controls that are there; another structure needs a new view. */
final class FormView extends VBox {

    private final Inspector inspector;
    private final List<String> structure;
    private final Map<List<String>, Node> focusable = new LinkedHashMap<>();
    private final Map<List<String>, Consumer<FormItem>> shown = new LinkedHashMap<>();
    private boolean updating;

    FormView(Inspector inspector, List<FormItem> items) {
        this.inspector = inspector;
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
            FieldControl control = new FieldControl(inspector, entry);
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
        box.selectedProperty().addListener((observable, was, is) -> {
            if (!updating) {
                inspector.set(check, is == check.byDefault() ? null : is);
            }
        });
        focusable.put(check.path(), box);
        shown.put(check.path(), each -> box.setSelected(((FormItem.Check) each).value()));
        return box;
    }

    private Node choice(FormItem.Choice choice) {
        ComboBox<String> box = combo(choice.options(), choice.chosen());
        box.setId("field-" + String.join("-", choice.path()));
        Icons.describe(box, choice.label() + ". " + choice.meaning());
        box.valueProperty().addListener((observable, was, is) -> {
            if (!updating && is != null) {
                inspector.set(choice, is.equals(choice.byDefault()) ? null : is);
            }
        });
        focusable.put(choice.path(), box);
        shown.put(choice.path(), each -> box.setValue(((FormItem.Choice) each).chosen()));
        return row(Labels.of(choice.label(), "", choice.meaning()), box);
    }

    private Node section(FormItem.Section section, boolean top) {
        VBox content = new VBox();
        content.getStyleClass().add("form");
        boolean group = !section.optional() && section.variants().isEmpty();
        if (!group) {
            content.getStyleClass().add("nested");
        }
        section.items().forEach(item -> content.getChildren().add(node(item, false)));
        VBox box = new VBox(header(section, top && group), content);
        box.getStyleClass().add(top && group ? "form-group" : "form-section");
        content.setVisible(!section.items().isEmpty());
        content.setManaged(!section.items().isEmpty());
        return box;
    }

    private Node header(FormItem.Section section, boolean group) {
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
            given.selectedProperty().addListener((observable, was, is) -> give(section, is));
            name = given;
        } else {
            name = Labels.of(section.label(), "", section.meaning());
        }
        return row(name, section.given() ? variants(section) : absent(section));
    }

    private static Node absent(FormItem.Section section) {
        Label prompt = new Label(section.prompt());
        prompt.getStyleClass().add("field-unit");
        prompt.setWrapText(true);
        return prompt;
    }

    private void give(FormItem.Section section, boolean given) {
        if (given) {
            String first = section.variants().isEmpty()
                    ? ""
                    : section.variants().get(0).word();
            inspector.begin(section, first);
        } else {
            inspector.set(section, null);
        }
    }

    private Node variants(FormItem.Section section) {
        if (section.variants().isEmpty()) {
            return new Region();
        }
        ComboBox<String> box = combo(section.variants(), section.chosen());
        box.setId("variant-" + String.join("-", section.path()));
        Icons.describe(box, "Shape of " + section.label() + ". " + section.meaning());
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null && !is.equals(section.chosen())) {
                inspector.begin(section, is);
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
