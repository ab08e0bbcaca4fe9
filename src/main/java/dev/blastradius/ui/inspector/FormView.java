package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.Drafts.Draft;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.PutBack;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.FormEdits;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.FormItems;
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
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A form as controls, which edit what the form is about and nothing else, whatever is selected by then. Values that change are
 * shown in the controls that are there; another structure needs a new view.
 */
final class FormView extends VBox {

    private final Editor editor;
    private final FormActions actions;
    private final List<Subject> subjects;
    private final Folds.Of folds;
    private final Pictures pictures;
    private final List<String> structure;
    private final List<FieldControl> fields = new ArrayList<>();
    private final List<Runnable> commits = new ArrayList<>();
    private final List<ProblemLabel> labels = new ArrayList<>();
    private final Map<String, Consumer<FormItem>> shown = new LinkedHashMap<>();
    private List<Problem> warnings = List.of();
    private List<Deviation> deviations = List.of();
    private boolean updating;
    private boolean retired;

    /**
     * A view of a form.
     *
     * @param editor what is open
     * @param actions what is done in it
     * @param subjects what the form is about
     * @param folds which sections are folded up
     */
    FormView(Editor editor, FormActions actions, List<Subject> subjects, List<FormItem> items, Folds.Of folds) {
        this.editor = editor;
        this.actions = actions;
        this.subjects = subjects;
        this.folds = folds;
        this.pictures = new Pictures(editor, subjects);
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
        FormItems.flat(items).forEach(item -> {
            Consumer<FormItem> consumer = shown.get(key(item));
            if (consumer != null) {
                consumer.accept(item);
            }
        });
        updating = false;
        pictures.refresh();
        return true;
    }

    /** Puts what is typed and not yet entered into the model. */
    void commit() {
        if (!retired) {
            List.copyOf(fields).forEach(FieldControl::commit);
            List.copyOf(commits).forEach(Runnable::run);
        }
    }

    /** Has something else be done when what is typed goes into the model. */
    void onCommit(Runnable commit) {
        commits.add(commit);
    }

    /** It is shown no longer: a field that loses the keyboard by this is not to edit the model once more. */
    void retire() {
        retired = true;
    }

    /** Gives the keyboard to a field, if the form shows it. */
    void goTo(List<String> path) {
        fields.stream().filter(field -> field.isAt(path)).findFirst().ifPresent(FieldControl::takeKeyboard);
    }

    List<Problem> type(FormItem.Entry entry, String text) {
        return retired ? List.of() : actions.type(subjects, entry, text);
    }

    /** What was typed into a field and could not be taken; null where there is nothing of the sort. */
    @Nullable
    Draft draft(List<String> path) {
        return actions.drafts().of(subjects, path);
    }

    void putBack(List<String> path) {
        actions.drafts().putBack(subjects, path);
        pictures.refresh();
    }

    /** Shows what a distribution would be if a text that is being typed were entered. */
    void preview(FormItem.Entry entry, String text) {
        if (!updating && !retired) {
            pictures.preview(entry, text);
        }
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
        JsonPath where = subjects.get(0).where();
        boolean group = item instanceof FormItem.Family || item instanceof FormItem.Section it && it.isGroup();
        JsonPath place = FormEdits.where(
                where, group ? item.path().subList(0, item.path().size() - 1) : item.path());
        JsonPath field = place.equals(where) ? where : where.key(item.path().get(0));
        ProblemLabel label = new ProblemLabel(of, place, field, this::putBack);
        if (!group || item instanceof FormItem.Family) {
            labels.add(label);
        }
        return label;
    }

    /**
     * Shows warnings about the model, and what is not as drawn, each beside the innermost control that it is about and that is not
     * folded away; those about anything else are left out.
     */
    void warn(List<Problem> newWarnings) {
        warnings = newWarnings;
        deviations = subjects.size() == 1 ? new PutBack(editor).deviations(subjects.get(0)) : List.of();
        placeWarnings();
    }

    private void putBack(Deviation deviation) {
        if (!retired) {
            new PutBack(editor).one(deviation);
        }
    }

    /** Finds the warnings their places again, after something was folded or unfolded. */
    void placeWarnings() {
        Map<ProblemLabel, List<Problem>> odd = beside(warnings, Problem::where);
        Map<ProblemLabel, List<Deviation>> changed = beside(deviations, Deviation::where);
        labels.forEach(label -> {
            label.warn(odd.getOrDefault(label, List.of()));
            label.mark(changed.getOrDefault(label, List.of()));
        });
    }

    private <T> Map<ProblemLabel, List<T>> beside(List<T> remarks, Function<T, JsonPath> where) {
        Map<ProblemLabel, List<T>> beside = new LinkedHashMap<>();
        for (T remark : remarks) {
            labels.stream()
                    .filter(label -> where.apply(remark).isWithin(label.place()) && isUnfolded(label))
                    .max(Comparator.comparingInt(label -> label.place().depth()))
                    .ifPresent(label -> beside.computeIfAbsent(label, any -> new ArrayList<>())
                            .add(remark));
        }
        return beside;
    }

    private boolean isUnfolded(Node node) {
        for (Node around = node.getParent(); around != null && around != this; around = around.getParent()) {
            if (!around.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** A control was changed: does the edit; where it is refused, says why and puts the control back. */
    void change(Supplier<List<Problem>> edit, ProblemLabel problem, Runnable putBack) {
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

    List<Problem> set(FormItem item, @Nullable Object value) {
        return actions.set(subjects, item, value);
    }

    List<Problem> setPair(FormItem.Pairs pairs, String before, String key, String value) {
        return actions.setPair(subjects, pairs, before, key, value);
    }

    List<Problem> setRows(FormItem.Rows rows, String label, Function<@Nullable Object, List<Object>> change) {
        return actions.setRows(subjects, rows, label, change);
    }

    /** Gives all things the list of the first one. */
    List<Problem> sameRows(FormItem.Rows rows) {
        Subject first = subjects.get(0);
        return actions.set(subjects, rows, FormEdits.get(first.tree(editor.pipeline()), rows.path()));
    }

    List<Problem> choose(FormItem.Ways ways, String word) {
        return actions.choose(subjects, ways, word);
    }

    List<Problem> add(FormItem.Family family, FormItem.Offered member) {
        return actions.add(subjects, family, member);
    }

    private static String key(FormItem item) {
        return item.getClass().getSimpleName() + item.path();
    }

    private static List<String> structure(List<FormItem> items) {
        return FormItems.flat(items).map(item -> key(item) + detail(item)).toList();
    }

    /** What of an item changes which controls there are. */
    private static String detail(FormItem item) {
        if (item instanceof FormItem.Section it) {
            return it.given() + it.shape().chosen() + it.several();
        }
        if (item instanceof FormItem.Pairs it) {
            return it.pairs() + it.several();
        }
        if (item instanceof FormItem.Rows it) {
            return it.rows().size() + it.several();
        }
        if (item instanceof FormItem.Choice it) {
            return it.several().isEmpty() ? it.options().toString() : it.several();
        }
        return item instanceof FormItem.Ways it ? it.chosen() : "";
    }

    /** The controls of an item. */
    Node node(FormItem item) {
        if (item instanceof FormItem.Entry entry) {
            return field(entry, false);
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
        if (item instanceof FormItem.Ticks ticks) {
            TicksView view = new TicksView(this, ticks);
            shown.put(key(item), each -> view.show((FormItem.Ticks) each));
            return view;
        }
        if (item instanceof FormItem.Pairs pairs) {
            PairsView view = new PairsView(this, pairs);
            shown.put(key(item), each -> view.show());
            return view;
        }
        if (item instanceof FormItem.Ways ways) {
            WaysView view = new WaysView(this, ways);
            shown.put(key(item), each -> view.show((FormItem.Ways) each));
            return view;
        }
        if (item instanceof FormItem.Family family) {
            return new FamilyView(this, family);
        }
        RowsView view = new RowsView(this, (FormItem.Rows) item, folds);
        shown.put(key(item), each -> view.show((FormItem.Rows) each));
        return view;
    }

    /** The control of an item without its name, to stand beside others. */
    Node bare(FormItem item) {
        return item instanceof FormItem.Entry entry ? field(entry, true) : node(item);
    }

    private FieldControl field(FormItem.Entry entry, boolean bare) {
        FieldControl control = new FieldControl(this, entry, bare);
        fields.add(control);
        shown.put(key(entry), each -> control.show((FormItem.Entry) each));
        return control;
    }

    private Node check(FormItem.Check check) {
        CheckBox box = new CheckBox(check.label());
        box.setId("field-" + String.join("-", check.path()));
        box.setSelected(check.value() && check.several().isEmpty());
        box.setIndeterminate(!check.several().isEmpty());
        box.setWrapText(true);
        Icons.describe(box, check.label() + ". " + check.meaning());
        ProblemLabel problem = problemLabel(box.getId(), check);
        box.selectedProperty()
                .addListener((observable, was, is) -> change(
                        () -> set(check, is == check.byDefault() ? null : is), problem, () -> box.setSelected(was)));
        shown.put(key(check), each -> {
            FormItem.Check now = (FormItem.Check) each;
            box.setSelected(now.value() && now.several().isEmpty());
            box.setIndeterminate(!now.several().isEmpty());
            problem.show(List.of());
        });
        return new VBox(box, problem);
    }

    private Node choice(FormItem.Choice choice) {
        ComboBox<String> box = Combos.of(choice.options(), choice.chosen());
        box.setId("field-" + String.join("-", choice.path()));
        Icons.describe(box, choice.label() + ". " + choice.meaning());
        ProblemLabel problem = problemLabel(box.getId(), choice);
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null && !is.isEmpty()) {
                change(() -> set(choice, is.equals(choice.byDefault()) ? null : is), problem, () -> box.setValue(was));
            }
        });
        shown.put(key(choice), each -> {
            box.setValue(((FormItem.Choice) each).chosen());
            problem.show(List.of());
        });
        return new VBox(row(Labels.of(choice.label(), choice.several(), choice.meaning()), box), problem);
    }

    private Node section(FormItem.Section section) {
        SectionView view = new SectionView(this, section, folds);
        pictures.add(section, view);
        section.items().forEach(item -> view.add(node(item)));
        shown.put(key(section), each -> view.show((FormItem.Section) each));
        return view;
    }

    /** A choice among the shapes of a section. */
    Node shapes(FormItem.Section section, ProblemLabel problem) {
        ComboBox<String> box =
                Combos.of(section.shape().variants(), section.shape().chosen());
        box.setId("variant-" + String.join("-", section.path()));
        Icons.describe(box, section.shape().label() + " of " + section.label() + ". " + section.meaning());
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null && !is.isEmpty() && !is.equals(section.shape().chosen())) {
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
