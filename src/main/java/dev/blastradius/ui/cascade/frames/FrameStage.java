package dev.blastradius.ui.cascade.frames;

import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.cascade.stage.StageView;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** A stage and a chart that no window shows, of which pictures are taken. On the screen's thread only. */
final class FrameStage {

    private static final double CHART_HEIGHT = 0.26;

    private final CascadeState state = new CascadeState();
    private final FramePlan plan;
    private final StageView view;
    private final Scene scene;
    private final WritableImage image;

    /**
     * A stage of its own, on which nothing is chosen.
     *
     * @param like a scene whose look the pictures have
     * @param chart makes what is shown below the stage, of a width and a height given by its layout
     */
    FrameStage(
            Playback playback,
            Cascade cascade,
            FramePlan plan,
            Scene like,
            boolean dark,
            Function<CascadeState, Region> chart) {
        this.plan = plan;
        state.dark().set(dark);
        state.duration().set(playback.duration());
        state.show(0, playback.duration());
        view = new StageView(state);
        view.takeOver();
        Region below = chart.apply(state);
        below.setPrefHeight(Math.rint(plan.height() * CHART_HEIGHT));
        BorderPane root = new BorderPane(view);
        root.setBottom(below);
        root.getStyleClass().addAll(like.getRoot().getStyleClass());
        root.getStyleClass().add("film");
        scene = new Scene(root, plan.width(), plan.height());
        scene.getStylesheets().setAll(like.getStylesheets());
        root.getStylesheets().setAll(view.getStylesheets());
        image = new WritableImage(plan.width(), plan.height());
        state.playback().set(playback);
        state.cascade().set(cascade);
        state.speed().set(plan.speed());
        state.cursor().set(plan.from());
        state.playing().set(true);
        // Once for nothing: what depends on the size is known after the first layout.
        scene.snapshot(image);
    }

    /** Whether the drawing has its places: until then pictures would be empty. */
    boolean isReady() {
        return view.isReady();
    }

    /** Takes the next picture; they must be asked for in their order. */
    int[] picture(int number) {
        state.cursor().set(plan.moment(number));
        view.play(number == 0 ? 0 : plan.seconds());
        scene.snapshot(image);
        int[] pixels = new int[plan.width() * plan.height()];
        image.getPixelReader()
                .getPixels(
                        0, 0, plan.width(), plan.height(), PixelFormat.getIntArgbInstance(), pixels, 0, plan.width());
        return pixels;
    }
}
