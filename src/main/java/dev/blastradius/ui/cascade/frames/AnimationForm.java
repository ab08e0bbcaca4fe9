package dev.blastradius.ui.cascade.frames;

import dev.blastradius.editor.stage.Clock;
import dev.blastradius.editor.stage.Transport;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.cascade.Playback;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** What is asked before a recording is saved as a moving picture: from when to when, how fast, how large, and as what. */
final class AnimationForm extends GridPane {

    /** How pictures are kept. */
    enum Format {
        GIF("Animated GIF"),
        PNG("Numbered PNG files");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** A picture's size, in pixels. */
    private record Size(int width, int height) {

        @Override
        public String toString() {
            return width + " × " + height;
        }
    }

    private static final List<Size> SIZES = List.of(new Size(960, 540), new Size(1280, 720), new Size(1920, 1080));
    private static final List<Double> RATES = List.of(5.0, 10.0, 20.0);

    /** What is shown before the first fault begins and after the last one has ended, where nothing else is asked for: in seconds. */
    private static final double BEFORE = 30;

    private static final double AFTER = 180;

    /** How long a film is unless something else is asked for, in seconds, as far as the speeds allow it: files stay small enough to be sent. */
    private static final double SHORT = 30;

    private final double end;
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final ComboBox<Double> speed = new ComboBox<>();
    private final ComboBox<Double> rate = new ComboBox<>();
    private final ComboBox<Size> size = new ComboBox<>();
    private final ComboBox<Format> format = new ComboBox<>();
    private final Label summary = new Label();
    private final Runnable changed;

    /**
     * A form for a recording.
     *
     * @param changed is called when something else is asked for
     */
    AnimationForm(Playback playback, Runnable changed) {
        this.changed = changed;
        end = playback.recorded();
        getStyleClass().add("animation-form");
        setHgap(10);
        setVgap(8);
        double begins =
                playback.windows().stream().mapToDouble(Window::from).min().orElse(BEFORE);
        double ends = playback.windows().stream().mapToDouble(Window::to).max().orElse(end);
        from.setText(Clock.text(Math.max(0, Math.floor(begins - BEFORE))));
        to.setText(Clock.text(Math.min(end, Math.ceil(ends + AFTER))));
        speed.getItems().setAll(Transport.SPEEDS);
        speed.setConverter(new Times());
        rate.getItems().setAll(RATES);
        rate.setConverter(new PerSecond());
        size.getItems().setAll(SIZES);
        format.getItems().setAll(Format.values());
        rate.setValue(10.0);
        size.setValue(SIZES.get(1));
        format.setValue(Format.GIF);
        speed.setValue(Transport.speedFor(Clock.seconds(to.getText()) - Clock.seconds(from.getText()), SHORT));
        row(0, "From", from, "animation-from");
        row(1, "To", to, "animation-to");
        row(2, "Speed", speed, "animation-speed");
        row(3, "Pictures", rate, "animation-rate");
        row(4, "Size", size, "animation-size");
        row(5, "As", format, "animation-format");
        summary.setId("animation-summary");
        summary.setWrapText(true);
        summary.setMinHeight(38);
        add(summary, 0, 6, 2, 1);
        for (TextField field : List.of(from, to)) {
            field.textProperty().addListener(observable -> tell());
        }
        for (ComboBox<?> choice : List.of(speed, rate, size, format)) {
            choice.valueProperty().addListener(observable -> tell());
            choice.setMaxWidth(Double.MAX_VALUE);
        }
        tell();
    }

    private void row(int number, String words, Node field, String id) {
        Label label = new Label(words);
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(words);
        addRow(number, label, field);
    }

    private void tell() {
        FramePlan plan = plan();
        summary.setText(
                plan == null
                        ? problem()
                        : String.format(
                                Locale.ROOT, "%,d pictures, %s of film", plan.count(), Clock.text(plan.length())));
        changed.run();
    }

    /** What is asked for; null where that cannot be made. */
    @Nullable
    FramePlan plan() {
        Size chosen = size.getValue();
        if (!problem().isEmpty() || chosen == null) {
            return null;
        }
        return made(chosen);
    }

    private FramePlan made(Size chosen) {
        return new FramePlan(
                Clock.seconds(from.getText()),
                Clock.seconds(to.getText()),
                speed.getValue(),
                rate.getValue(),
                chosen.width(),
                chosen.height());
    }

    /** Why it cannot be made; empty where it can. */
    private String problem() {
        double first = Clock.seconds(from.getText());
        double last = Clock.seconds(to.getText());
        if (Double.isNaN(first) || Double.isNaN(last)) {
            return "Give moments such as 12:30 or 12m30s";
        }
        if (first > last || last > end + 0.1) {
            return "Give two moments from 0:00 to " + Clock.text(end) + ", the first one first";
        }
        Size chosen = size.getValue();
        return chosen != null && made(chosen).count() > FramePlan.MOST
                ? "That would be more than " + FramePlan.MOST + " pictures: choose a higher speed or a shorter stretch"
                : "";
    }

    Format format() {
        return format.getValue();
    }

    /** A speed in words. */
    private static final class Times extends OneWay {
        @Override
        public String toString(Double value) {
            return Transport.words(value);
        }
    }

    /** A rate in words. */
    private static final class PerSecond extends OneWay {
        @Override
        public String toString(Double value) {
            return Math.round(value) + " a second";
        }
    }

    /** Nothing is typed into these. */
    private abstract static class OneWay extends javafx.util.StringConverter<Double> {
        @Override
        public Double fromString(String words) {
            throw new UnsupportedOperationException(words);
        }
    }
}
