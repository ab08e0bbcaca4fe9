package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.LayeredLayout;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.stage.FrameTimes;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.live.LiveSession;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.testing.LargeModels;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.canvas.BoxSizes;
import dev.blastradius.ui.cascade.live.LiveControl;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.look.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Measures how quick the stage is while a replication goes on and requests move over it, and prints it:
 * {@code ./mvnw -q -Pframes test -Dframes.main=dev.blastradius.ui.cascade.stage.StageFrames}.
 */
final class StageFrames {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int WARM_UP = 240;
    private static final double[] SPEEDS = {1, 2, 5, 20};

    private StageFrames() {}

    /**
     * Measures.
     *
     * @param args how many components and how many arrows; without any, 50 and 80
     */
    public static void main(String[] args) {
        int components = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int arrows = args.length > 1 ? Integer.parseInt(args[1]) : 80;
        Fx.start();
        Model model = model(components, arrows);
        CascadeState state = new CascadeState();
        LiveControl control =
                Fx.get(() -> new LiveControl(state, LiveSession::new, System::nanoTime, Throwable::printStackTrace));
        StageView view = Fx.get(() -> {
            state.editor().set(new Editor(model, null));
            StageView made = new StageView(state);
            Scene scene = new Scene(new StackPane(made), 1600, 1000);
            Theme.LIGHT.apply(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return made;
        });
        Fx.run(() -> control.start(
                Map.of(Strategy.AS_DRAWN, Strategies.runSpec(model, null, Strategy.AS_DRAWN)),
                Strategy.AS_DRAWN,
                RunSettings.of(model.pipeline().settings()),
                0));
        System.out.printf(
                Locale.ROOT,
                "%d components, %d arrows, 1600x1000, live; Java %s, %d processors, pipeline %s%n",
                components,
                arrows,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("prism.order", "default"));
        for (double speed : SPEEDS) {
            Fx.run(() -> control.speed().set(speed));
            measure(view, speed);
        }
        Fx.run(control::leave);
        Platform.exit();
    }

    private static Model model(int components, int arrows) {
        Pipeline bare = LargeModels.pipeline(components, arrows);
        Map<String, Point> corners = new LinkedHashMap<>();
        Placement.boxes(bare, BoxSizes.of(bare), new LayeredLayout())
                .forEach((id, box) -> corners.put(id, new Point(box.x(), box.y())));
        ModelReader.Reading reading = ModelReader.read(ModelWriter.write(Edits.place(bare, corners)), null);
        if (reading.model() == null) {
            throw new AssertionError(reading.problems());
        }
        return reading.model();
    }

    private static void measure(StageView view, double speed) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long fx = Fx.get(() -> Thread.currentThread().getId());
        long render = renderer(threads);
        for (int i = 0; i < WARM_UP; i++) {
            Fx.pulse();
        }
        long busy = threads.getThreadCpuTime(fx);
        long drawing = threads.getThreadCpuTime(render);
        double dots = 0;
        int frames = 0;
        long from = Fx.get(() -> view.frames());
        while (frames < FrameTimes.KEPT) {
            Fx.pulse();
            dots = Math.max(dots, Fx.get(() -> view.dots().size()));
            frames = (int) (Fx.get(() -> view.frames()) - from);
        }
        FrameTimes.Summary summary = Fx.get(view::frameTimes);
        System.out.printf(
                Locale.ROOT,
                "%4.0fx: %3.0f dots at most, %s | for a frame: JavaFX's thread %.1f ms, render thread %.1f ms%n",
                speed,
                dots,
                summary.words(),
                (threads.getThreadCpuTime(fx) - busy) / NANOS_PER_MILLI / frames,
                (threads.getThreadCpuTime(render) - drawing) / NANOS_PER_MILLI / frames);
    }

    private static long renderer(ThreadMXBean threads) {
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith("QuantumRenderer")) {
                return id;
            }
        }
        throw new IllegalStateException("nothing renders");
    }
}
