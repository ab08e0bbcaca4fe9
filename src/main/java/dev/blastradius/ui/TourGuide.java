package dev.blastradius.ui;

import dev.blastradius.editor.Damage;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.guide.Cascade;
import dev.blastradius.editor.guide.Happening;
import dev.blastradius.editor.guide.Stage;
import dev.blastradius.io.Examples;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.guide.GuideLayer;
import dev.blastradius.ui.results.RunController;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The guided tour in the window: it opens the example, hears what happens, and says the next thing. */
final class TourGuide {

    private final Documents documents;
    private final Runs runs;
    private final Remembered remembered;
    private final GuideLayer layer;
    private Stage stage = Stage.OVER;
    private Map<String, Double> first = Map.of();
    private Map<String, Double> latest = Map.of();

    /**
     * A tour that has not begun.
     *
     * @param window in which the controls are found that it speaks of
     */
    TourGuide(Pane window, Documents documents, Runs runs, RunController controller, Remembered remembered) {
        this.documents = documents;
        this.runs = runs;
        this.remembered = remembered;
        layer = new GuideLayer(anchor -> control(window, anchor), this::tell);
        runs.scenarioProperty().addListener((observable, was, is) -> {
            if (is.id() != null) {
                tell(Happening.SCENARIO_CHOSEN);
            }
        });
        runs.strategyProperty().addListener((observable, was, is) -> {
            if (!Strategy.AS_DRAWN.equals(is.id())) {
                tell(Happening.STRATEGY_CHOSEN);
            }
        });
        controller.runningProperty().addListener((observable, was, is) -> {
            if (is) {
                tell(Happening.RUN_BEGAN);
            } else {
                // The result, where there is one, comes at the same moment.
                Platform.runLater(() -> tell(Happening.RUN_STOPPED));
            }
        });
    }

    private static @Nullable Node control(Pane window, Stage.Anchor anchor) {
        return window.lookup(
                switch (anchor) {
                    case DRAWING -> "#canvas";
                    case SCENARIO -> "#scenario";
                    case RUN -> "#run";
                    case RESULTS -> ".results";
                    case STRATEGY -> "#strategy";
                });
    }

    /** What lies over the window. */
    Node layer() {
        return layer;
    }

    /** Opens the first example, and begins when it is there. */
    void start() {
        tell(Happening.LEAVE);
        documents.openExample(Examples.names().get(0), this::begin);
    }

    private void begin() {
        first = Map.of();
        latest = Map.of();
        remembered.setToured(true);
        go(Stage.LOOK);
    }

    /** A model was opened. */
    void opened() {
        tell(Happening.CLOSED);
    }

    /** No model is open any more. */
    void closed() {
        tell(Happening.CLOSED);
    }

    /** Something was selected. */
    void lookedAt() {
        tell(Happening.LOOKED_AT);
    }

    /** What share of each component's work failed in the run that is shown; empty where none is. */
    void damaged(Map<String, Double> shares) {
        if (!shares.isEmpty() && (stage == Stage.RUNNING || stage == Stage.RUNNING_AGAIN)) {
            first = stage == Stage.RUNNING ? shares : first;
            latest = shares;
            tell(Happening.RUN_ENDED);
        }
    }

    private void tell(Happening happening) {
        if (stage != Stage.OVER) {
            go(stage.after(happening));
        }
    }

    private void go(Stage next) {
        if (next != stage) {
            stage = next;
            layer.show(next, facts(next));
        }
    }

    private String facts(Stage of) {
        Editor editor = documents.editor();
        if (editor == null) {
            return "";
        }
        return switch (of) {
            case SPREAD ->
                Cascade.spread(
                        editor.pipeline(),
                        Damage.targets(
                                editor.pipeline(), runs.scenarioProperty().get().id()),
                        latest);
            case COMPARED -> Cascade.compare(editor.pipeline(), first, latest);
            default -> "";
        };
    }
}
