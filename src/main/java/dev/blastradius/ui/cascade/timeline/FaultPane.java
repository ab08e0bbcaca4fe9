package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.scenario.EffectWords;
import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.editor.scenario.Targets;
import dev.blastradius.model.Fault;
import dev.blastradius.ui.inspector.PartForm;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Scrolls;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The selected fault's fields: what it befalls, when, and what it does; and the scenario's name and description. */
public final class FaultPane extends ScrollPane {

    private static final Set<String> OF_THE_SCENARIO = Set.of("label", "description");

    private final FaultDesk desk;
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button target = new Button();
    private final Label matches = new Label();
    private final PartForm fields = new PartForm();
    private final PartForm about = new PartForm();
    private final Button duplicate = new Button("Duplicate", Icons.node(Feather.COPY));
    private final Button delete = new Button("Delete", Icons.node(Feather.TRASH_2));
    private final HBox actions = new HBox(8, duplicate, delete);
    private final VBox aim = new VBox(3);
    private final Label scenario = new Label("Scenario");
    private @Nullable Editor opened;

    /**
     * A pane for the fault that is selected on a desk.
     *
     * @param desk what it shares with the timeline
     */
    public FaultPane(FaultDesk desk) {
        this.desk = desk;
        setId("fault-pane");
        getStyleClass().add("fault-pane");
        getStylesheets()
                .add(Objects.requireNonNull(FaultPane.class.getResource("timeline.css"))
                        .toExternalForm());
        title.getStyleClass().add("fault-title");
        words.getStyleClass().add("fault-nothing");
        words.setWrapText(true);
        matches.getStyleClass().add("target-matches");
        matches.setWrapText(true);
        Label befalls = new Label("Befalls");
        befalls.getStyleClass().add("field-label");
        target.setId("fault-target");
        target.setMnemonicParsing(false);
        target.setMaxWidth(Double.MAX_VALUE);
        target.setGraphic(Icons.node(Feather.CROSSHAIR));
        Icons.describe(target, "What the fault befalls: a component, an arrow or tags");
        target.setOnAction(event -> askTarget());
        aim.getChildren().setAll(befalls, target, matches);
        duplicate.setId("fault-duplicate");
        Icons.describe(duplicate, "Duplicate the fault (Ctrl+D on its bar)");
        duplicate.setOnAction(event -> desk.act(ScenarioEditor::duplicate));
        delete.setId("fault-delete");
        Icons.describe(delete, "Delete the fault (Delete on its bar)");
        delete.setOnAction(event -> desk.act(ScenarioEditor::delete));
        HBox.setHgrow(target, Priority.ALWAYS);
        scenario.getStyleClass().add("fault-title");
        VBox content = new VBox(8, title, words, aim, fields, actions, scenario, about);
        content.getStyleClass().add("fault-content");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Scrolls.follow(this);
        desk.onChange(this::refresh);
        refresh();
    }

    private void refresh() {
        ScenarioEditor editing = desk.scenario();
        Editor editor = editing == null || !desk.isEditable() ? null : editing.editor();
        if (editor != opened) {
            opened = editor;
            fields.open(editor);
            about.open(editor);
        }
        Fault fault = desk.selectedFault();
        boolean chosen = editing != null
                && editor != null
                && editor.pipeline().scenariosOrNone().containsKey(editing.scenario());
        boolean shown = chosen && fault != null;
        show(title, shown);
        show(aim, shown);
        show(fields, shown);
        show(actions, shown);
        show(scenario, chosen);
        show(about, chosen);
        show(words, !shown);
        words.setText(nothing(editing, chosen));
        if (editing == null || !chosen) {
            return;
        }
        Subject subject = Subject.scenario(editing.scenario());
        about.show(subject, FaultPane::scenarioItems);
        if (fault != null) {
            int index = editing.selected();
            Targets.Choice choice = Targets.choice(editing.editor().pipeline(), fault.target());
            title.setText("Fault " + (index + 1) + " of " + editing.faults().size() + ": "
                    + EffectWords.sort(fault).title());
            target.setText(choice.name());
            matches.setText(choice.matches());
            fields.show(subject, items -> faultItems(items, index));
        }
    }

    private static void show(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private String nothing(@Nullable ScenarioEditor editing, boolean chosen) {
        if (editing == null) {
            return "No model is open.";
        }
        if (!desk.isEditable()) {
            return "While a replication is live its faults are made by clicking boxes and arrows.";
        }
        return chosen
                ? "Select a bar on the timeline to see and change what it does."
                : "No scenario is chosen: “Patterns” over the timeline makes one.";
    }

    private static List<FormItem> scenarioItems(List<FormItem> items) {
        return items.stream()
                .filter(item -> OF_THE_SCENARIO.contains(item.path().get(0)))
                .toList();
    }

    /** The fields of one fault; what it befalls is chosen above them. */
    private static List<FormItem> faultItems(List<FormItem> items, int index) {
        return items.stream()
                .filter(item -> item instanceof FormItem.Rows && item.path().equals(List.of("faults")))
                .map(item -> ((FormItem.Rows) item).rows())
                .filter(rows -> index < rows.size())
                .flatMap(rows -> rows.get(index).items().stream())
                .filter(item -> !item.path().contains("target"))
                .toList();
    }

    private void askTarget() {
        ScenarioEditor editing = desk.scenario();
        if (editing != null) {
            TargetPicker.ask(
                    target,
                    Targets.all(editing.editor().pipeline()),
                    choice -> desk.act(each -> each.aim(choice.target())));
        }
    }
}
