package dev.blastradius.ui.cascade.frames;

import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks how a recording is to be saved as a moving picture, and saves it: with progress, and an end to it at any time. */
public final class SaveAnimation {

    private static final double WIDTH = 380;

    private final CascadeState state;
    private final Scene like;
    private final Function<CascadeState, Region> chart;
    private final Function<AnimationForm.Format, @Nullable Path> chooser;
    private final Dialog<Boolean> dialog = new Dialog<>();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label said = new Label();
    private final AnimationForm form;
    private final Playback playback;
    private final Button save;
    private @Nullable FilmMaker maker;

    /**
     * A dialogue that is not shown yet.
     *
     * @param state what is looked at; a recording must be
     * @param like the window's scene, whose look the pictures have
     * @param chart makes the chart below the stage
     */
    public SaveAnimation(CascadeState state, Scene like, Function<CascadeState, Region> chart) {
        this(state, like, chart, format -> choose(like, format));
    }

    SaveAnimation(
            CascadeState state,
            Scene like,
            Function<CascadeState, Region> chart,
            Function<AnimationForm.Format, @Nullable Path> chooser) {
        this.state = state;
        this.like = like;
        this.chart = chart;
        this.chooser = chooser;
        playback = Objects.requireNonNull(state.playback().get());
        ButtonType saving = new ButtonType("Save…", ButtonBar.ButtonData.OK_DONE);
        dialog.setTitle("Save animation");
        dialog.setHeaderText("The recording as a moving picture: stage, clock and a chart");
        dialog.initOwner(like.getWindow());
        dialog.getDialogPane().getStylesheets().setAll(like.getStylesheets());
        dialog.getDialogPane().getButtonTypes().setAll(saving, ButtonType.CANCEL);
        save = (Button) dialog.getDialogPane().lookupButton(saving);
        save.setId("animation-save");
        form = new AnimationForm(playback, this::check);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setVisible(false);
        bar.setId("animation-progress");
        said.setWrapText(true);
        said.setId("animation-said");
        VBox content = new VBox(10, form, bar, said);
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(content);
        save.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            begin();
        });
        dialog.setResultConverter(pressed -> false);
        dialog.setOnHidden(event -> cancel());
        check();
    }

    /** Asks, and saves what is asked for. */
    public void show() {
        dialog.show();
    }

    private void check() {
        // The form tells once while it is being made.
        if (save != null && form != null) {
            save.setDisable(form.plan() == null || maker != null);
        }
    }

    private void begin() {
        FramePlan plan = form.plan();
        Path target = plan == null ? null : chooser.apply(form.format());
        if (plan == null || target == null) {
            return;
        }
        try {
            FrameSink sink = form.format() == AnimationForm.Format.GIF
                    ? new GifSink(target, plan.width(), plan.height(), plan.centis())
                    : new PngSink(target, plan.width(), plan.height());
            FrameStage stage = new FrameStage(
                    playback, state.cascade().get(), plan, like, state.dark().get(), chart);
            FilmMaker made = new FilmMaker(stage, plan.count(), sink, bar::setProgress, wrong -> ended(target, wrong));
            maker = made;
            form.setDisable(true);
            bar.setVisible(true);
            said.setText("");
            check();
            made.start();
        } catch (IOException e) {
            say(e);
        }
    }

    private void ended(Path target, @Nullable Throwable wrong) {
        FilmMaker made = maker;
        maker = null;
        form.setDisable(false);
        bar.setVisible(false);
        if (wrong != null) {
            say(wrong);
        } else if (made != null && !made.isCancelled()) {
            said.setText("Saved as " + target);
            ((Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL)).setText("Close");
        }
        check();
    }

    private void say(Throwable wrong) {
        String why = wrong.getMessage();
        said.setText("It could not be saved: " + (why == null ? wrong.getClass().getSimpleName() : why));
    }

    private void cancel() {
        FilmMaker made = maker;
        if (made != null) {
            made.cancel();
        }
    }

    Dialog<Boolean> dialog() {
        return dialog;
    }

    private static @Nullable Path choose(Scene like, AnimationForm.Format format) {
        FileChooser chooser = new FileChooser();
        boolean gif = format == AnimationForm.Format.GIF;
        chooser.setTitle(gif ? "Save animation" : "Name of the folder to make for the pictures");
        chooser.setInitialFileName(gif ? "cascade.gif" : "cascade-frames");
        if (gif) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Animated GIF", "*.gif"));
        }
        File chosen = chooser.showSaveDialog(like.getWindow());
        if (chosen == null) {
            return null;
        }
        boolean named = !gif || chosen.getName().toLowerCase(Locale.ROOT).endsWith(".gif");
        return named ? chosen.toPath() : Path.of(chosen.getPath() + ".gif");
    }
}
