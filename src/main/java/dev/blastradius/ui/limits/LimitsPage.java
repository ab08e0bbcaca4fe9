package dev.blastradius.ui.limits;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.Editor;
import dev.blastradius.io.vary.Candidate;
import dev.blastradius.io.vary.Candidates;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.study.Found;
import dev.blastradius.ui.study.StudyHost;
import dev.blastradius.ui.study.StudyPage;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How far a pipeline can be driven: sweeps, and the point from which it no longer recovers. */
public final class LimitsPage implements StudyPage {

    private final BorderPane node = new BorderPane();
    private final RunChoices choices = new RunChoices(this::offer);
    private final List<Tool> tools;
    private final VBox head = new VBox(8);
    private final HBox toggles = new HBox();

    private Tool tool;
    private @Nullable Editor editor;
    /** The model of which numbers were offered last. */
    private @Nullable Pipeline seen;

    /** A page without results. */
    public LimitsPage(StudyHost host) {
        tools = List.of(new SweepTool(host), new TippingTool(host));
        tool = tools.get(0);
        node.setId("page-limits");
        node.getStyleClass().add("study-page");
        head.getStyleClass().add("limits-head");
        ToggleGroup group = new ToggleGroup();
        for (Tool each : tools) {
            ToggleButton button = new ToggleButton(each.title());
            button.setId("limits-" + (each == tools.get(0) ? "sweep" : "tipping"));
            button.getStyleClass().add(each == tools.get(0) ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
            button.setToggleGroup(group);
            button.setSelected(each == tool);
            button.setMinWidth(HBox.USE_PREF_SIZE);
            button.setOnAction(event -> {
                // The chosen one stays chosen when it is pressed again.
                button.setSelected(true);
                choose(each);
                host.refresh();
            });
            toggles.getChildren().add(button);
        }
        toggles.setAlignment(Pos.CENTER_LEFT);
        toggles.setMinWidth(HBox.USE_PREF_SIZE);
        choose(tool);
        node.setTop(head);
        node.visibleProperty().addListener((property, was, is) -> modelChanged());
    }

    private void choose(Tool chosen) {
        tool = chosen;
        HBox line = new HBox(18, toggles, choices);
        HBox.setHgrow(choices, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().setAll(line, tool.fields());
        node.setCenter(tool.results());
    }

    @Override
    public String key() {
        return "limits";
    }

    @Override
    public String title() {
        return "Limits";
    }

    @Override
    public String words() {
        return "sweep tipping point parameter vary collapse recover bisection";
    }

    @Override
    public String task() {
        return tool.task();
    }

    @Override
    public String obstacle() {
        return "";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void open(Editor newEditor) {
        editor = newEditor;
        tools.forEach(Tool::forget);
        choices.open(newEditor);
        offer();
    }

    @Override
    public void close() {
        editor = null;
        choices.close();
        tools.forEach(Tool::forget);
    }

    @Override
    public void modelChanged() {
        Editor current = editor;
        // Many edits are made while another page is shown: what has changed is looked at once, when this one is.
        if (current != null && node.isVisible() && !current.drawn().equals(seen)) {
            choices.refresh();
            offer();
            tools.forEach(each -> each.markStale(current));
        }
    }

    @Override
    public @Nullable Found found() {
        return tool.found();
    }

    @Override
    public void offer(Supplier<MenuButton> menu) {
        tools.forEach(each -> each.offerSaving(menu.get()));
    }

    /** Offers the numbers of the chosen scenario and those that matter in all. */
    private void offer() {
        Editor current = editor;
        if (current == null) {
            return;
        }
        seen = current.drawn();
        String scenario = choices.scenarioId();
        List<Candidate> candidates = Candidates.of(current.drawn()).stream()
                .filter(each -> each.scenario() == null || each.scenario().equals(scenario))
                .toList();
        tools.forEach(each -> each.offer(current, candidates));
    }

    @Override
    public void setDark(boolean dark) {
        tools.forEach(each -> each.setDark(dark));
    }

    @Override
    public void start() {
        Editor current = editor;
        if (current != null) {
            current.finishTyping();
            tool.start(current, choices);
        }
    }
}
