package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.VariantActions;
import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.editor.scenario.Targets;
import dev.blastradius.editor.scenario.pattern.RealIncidents;
import dev.blastradius.editor.scenario.pattern.RealIncidents.Provider;
import dev.blastradius.model.Scenario;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.MenuLines;
import dev.blastradius.ui.strategy.Rename;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What the scenario is drawn with besides the pointer: patterns, real incidents, new tracks, and the scenario itself. */
final class TimelineTools extends HBox {

    private final FaultDesk desk;
    private final Runnable refresh;
    private final Button patterns = new Button("Patterns…", Icons.node(Feather.ZAP));
    private final SplitMenuButton incident = new SplitMenuButton();
    private final Button target = new Button("Add target…", Icons.node(Feather.PLUS));
    private final MenuButton scenario = new MenuButton("Scenario", Icons.node(Feather.LAYERS));
    private @Nullable Provider provider;

    /**
     * A line of tools.
     *
     * @param refresh has the tracks shown anew
     */
    TimelineTools(FaultDesk desk, Runnable refresh) {
        this.desk = desk;
        this.refresh = refresh;
        getStyleClass().add("timeline-tools");
        patterns.setId("timeline-patterns");
        Icons.describe(patterns, "Patterns: break something in a usual way");
        patterns.setOnAction(event -> PatternPicker.ask(patterns, desk));
        incident.setId("timeline-incident");
        incident.setText("Real incident");
        incident.setGraphic(Icons.node(Feather.ACTIVITY));
        Icons.describe(
                incident,
                "Draw an incident as long as a real one, from the lengths that providers have published; another one at each press");
        incident.setOnAction(event -> draw(chosenProvider()));
        incident.setOnShowing(event -> fillProviders());
        target.setId("timeline-target");
        Icons.describe(target, "Add a track for a component, an arrow or tags");
        target.setOnAction(event -> askTarget());
        scenario.setId("timeline-scenario");
        Icons.describe(scenario, "Make, name, duplicate or delete a scenario");
        scenario.setOnShowing(event -> fillScenario());
        // A menu button without items does not open, and so could not fill itself.
        List.of(incident, scenario).forEach(each -> each.getItems().add(new MenuItem("…")));
        List.of(patterns, incident, target, scenario).forEach(each -> {
            each.getStyleClass().add("timeline-tool");
            each.setMinWidth(Region.USE_PREF_SIZE);
        });
        getChildren().setAll(patterns, incident, target, scenario);
    }

    /** Shows what can be done now. */
    void refresh() {
        List.of(patterns, incident, target, scenario).forEach(each -> each.setDisable(!desk.isEditable()));
    }

    /**
     * Chooses how wide it is.
     *
     * @param compact icons alone, without words
     */
    void setCompact(boolean compact) {
        List.of(patterns, incident, target, scenario)
                .forEach(each -> each.setContentDisplay(compact ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }

    /** The provider that was chosen last, else the first that the pipeline has. */
    private Provider chosenProvider() {
        ScenarioEditor current = desk.scenario();
        Provider last = provider;
        if (current == null || last != null && last.isIn(current.editor().pipeline())) {
            return last == null ? RealIncidents.PROVIDERS.get(0) : last;
        }
        return RealIncidents.PROVIDERS.stream()
                .filter(each -> each.isIn(current.editor().pipeline()))
                .findFirst()
                .orElse(RealIncidents.PROVIDERS.get(0));
    }

    private void draw(Provider of) {
        provider = of;
        desk.draw(of);
    }

    private void fillProviders() {
        ScenarioEditor current = desk.scenario();
        List<MenuItem> items = new ArrayList<>();
        for (Provider each : RealIncidents.PROVIDERS) {
            boolean here = current != null && each.isIn(current.editor().pipeline());
            CustomMenuItem item = MenuLines.item(
                    each.title(),
                    "Log-normal, µ " + each.mu() + ", σ " + each.sigma() + " (logarithms of minutes), from "
                            + each.incidents() + " published incidents",
                    here ? "" : "Not here: no component has the tag provider = " + each.tag(),
                    () -> draw(each));
            item.setDisable(!here);
            item.setId("incident-" + each.tag());
            items.add(item);
        }
        incident.getItems().setAll(items);
    }

    private void askTarget() {
        ScenarioEditor current = desk.scenario();
        if (current != null) {
            TargetPicker.ask(target, Targets.all(current.editor().pipeline()), choice -> {
                current.addTrack(choice.target());
                desk.say(new FaultDesk.Message(
                        "Drag on the track of " + choice.name() + " to draw a fault, or double-click it",
                        false,
                        "",
                        () -> {}));
                refresh.run();
            });
        }
    }

    private void fillScenario() {
        ScenarioEditor current = desk.scenario();
        boolean chosen =
                current != null && current.editor().pipeline().scenariosOrNone().containsKey(current.scenario());
        List<MenuItem> items = List.of(
                item("scenario-new", "New scenario", true, editing -> desk.act(ScenarioEditor::newScenario)),
                item(
                        "scenario-duplicate",
                        "Duplicate scenario",
                        chosen,
                        editing -> desk.act(it -> {
                            it.duplicateScenario();
                            return "";
                        })),
                item("scenario-rename", "Rename scenario…", chosen, this::rename),
                item(
                        "scenario-delete",
                        "Delete scenario",
                        chosen,
                        editing -> desk.act(it -> {
                            it.deleteScenario();
                            return "";
                        })));
        scenario.getItems().setAll(items);
    }

    private MenuItem item(String id, String title, boolean possible, Consumer<ScenarioEditor> action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setDisable(!possible);
        item.setOnAction(event -> {
            ScenarioEditor current = desk.scenario();
            if (current != null) {
                action.accept(current);
            }
        });
        return item;
    }

    private void rename(ScenarioEditor editing) {
        Scenario it = editing.editor().pipeline().scenariosOrNone().get(editing.scenario());
        if (it != null) {
            Rename.ask(
                    scenario,
                    "Name of the scenario",
                    it.title(editing.scenario()),
                    VariantActions.LONGEST_NAME,
                    name -> desk.act(each -> {
                        each.renameScenario(name);
                        return "";
                    }));
        }
    }
}
