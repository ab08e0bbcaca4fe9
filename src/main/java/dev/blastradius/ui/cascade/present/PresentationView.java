package dev.blastradius.ui.cascade.present;

import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.look.Icons;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The stage above, one chart and the controls below it, at sizes that are read from the last row. Escape leaves it. */
public final class PresentationView extends BorderPane {

    private static final double CHART_HEIGHT = 0.27;

    private final CascadeState state;
    private final StackPane above = new StackPane();
    private final HBox corner;
    private final @Nullable Region chart;

    /**
     * A presentation of nothing.
     *
     * @param chart the chart below the stage; null: none
     */
    public PresentationView(CascadeState state, @Nullable Region chart) {
        this.state = state;
        this.chart = chart;
        setId("presentation");
        getStyleClass().add("presentation");
        getStylesheets()
                .add(Objects.requireNonNull(PresentationView.class.getResource("present.css"))
                        .toExternalForm());
        Button whole = Icons.button(Feather.MAXIMIZE_2, "The whole screen, or the window again (F11)");
        whole.setOnAction(event -> toggleWholeScreen());
        Button leave = Icons.button(Feather.X, "Leave the presentation (Escape)");
        leave.setId("presentation-leave");
        leave.setOnAction(event -> leave());
        corner = new HBox(whole, leave);
        corner.getStyleClass().add("presentation-corner");
        corner.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(corner, Pos.TOP_RIGHT);
        above.getChildren().setAll(corner);
        setCenter(above);
        if (chart != null) {
            chart.setMinHeight(120);
            chart.prefHeightProperty().bind(heightProperty().multiply(CHART_HEIGHT));
        }
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.F11) {
                event.consume();
                if (event.getCode() == KeyCode.ESCAPE) {
                    leave();
                } else {
                    toggleWholeScreen();
                }
            }
        });
    }

    /** Shows the page's own stage and controls: they are taken from where they are. */
    public void take(@Nullable Node stage, @Nullable Node controls) {
        giveBack();
        if (stage != null) {
            above.getChildren().setAll(stage, corner);
        }
        BorderPane below = new BorderPane(chart);
        below.setBottom(controls);
        setBottom(below);
        requestFocus();
    }

    /** Gives them back. */
    public void giveBack() {
        above.getChildren().setAll(corner);
        if (getBottom() instanceof BorderPane below) {
            below.setCenter(null);
            below.setBottom(null);
        }
        setBottom(null);
    }

    private void leave() {
        Stage window = window();
        if (window != null && window.isFullScreen()) {
            window.setFullScreen(false);
        }
        state.presenting().set(false);
    }

    private void toggleWholeScreen() {
        Stage window = window();
        if (window != null) {
            // Escape is the presentation's own key, and says so on the button.
            window.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
            window.setFullScreenExitHint("");
            window.setFullScreen(!window.isFullScreen());
        }
    }

    private @Nullable Stage window() {
        return getScene() != null && getScene().getWindow() instanceof Stage stage ? stage : null;
    }
}
