package dev.blastradius.ui;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.LayeredLayout;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.model.Pipeline;
import dev.blastradius.testing.LargeModels;
import dev.blastradius.ui.canvas.BoxSizes;
import dev.blastradius.ui.canvas.GraphCanvas;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/**
 * Measures how quick the window stays with a large model, and prints it: {@code ./mvnw -q -Pframes test}. The real window is
 * opened and driven by a robot's mouse; frames come when JavaFX's own pulse makes them.
 */
final class Frames {

    private static final int WARM_UP = 60;
    private static final double NANOS_PER_MILLI = 1e6;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final WindowDriver driver;
    private final Robot robot;
    private final int count;

    private Frames(WindowDriver driver, int count) {
        this.driver = driver;
        this.count = count;
        this.robot = Fx.get(Robot::new);
    }

    /**
     * Measures.
     *
     * @param args how many components and how many arrows, and how many frames of each drag; without any, 300, 600 and 300
     */
    public static void main(String[] args) throws IOException {
        int components = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        int arrows = args.length > 1 ? Integer.parseInt(args[1]) : 600;
        int count = args.length > 2 ? Integer.parseInt(args[2]) : 300;
        Fx.start();
        Pipeline bare = LargeModels.pipeline(components, arrows);
        Path folder = Files.createTempDirectory("frames");
        Path unplaced = folder.resolve("bare.blast.json");
        Path placed = folder.resolve("placed.blast.json");
        System.out.printf(
                Locale.ROOT,
                "%d components, %d arrows; Java %s, %d processors, pipeline %s%n",
                components,
                arrows,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("prism.order", "default"));
        try (WindowDriver driver = new WindowDriver()) {
            // The window has stood for a moment when somebody opens a file: what it loads in the background is there.
            for (int i = 0; i < WARM_UP; i++) {
                Fx.pulse();
            }
            Frames frames = new Frames(driver, count);
            ModelWriter.save(bare, unplaced);
            frames.open(unplaced, "opened, arranged by the program");
            ModelWriter.save(frames.placed(bare), placed);
            frames.open(placed, "opened, with positions");
            frames.parts(placed);
            frames.drags();
        } finally {
            Files.deleteIfExists(unplaced);
            Files.deleteIfExists(placed);
            Files.deleteIfExists(folder);
        }
        Platform.exit();
    }

    private Pipeline placed(Pipeline pipeline) {
        Map<String, Point> corners = new LinkedHashMap<>();
        Placement.boxes(pipeline, BoxSizes.of(pipeline), new LayeredLayout())
                .forEach((id, box) -> corners.put(id, new Point(box.x(), box.y())));
        return Edits.place(pipeline, corners);
    }

    private void open(Path file, String what) {
        String name = String.valueOf(file.getFileName());
        long begin = System.nanoTime();
        long used = processTime();
        driver.open(file);
        Fx.waitUntil("the model is drawn", () -> driver.stage.getTitle().contains(name));
        Fx.pulse();
        print(what + ", until it is seen", System.nanoTime() - begin, processTime() - used);
    }

    /** What opening and editing are made of, each twice: as it is at first, and when it has been done some times. */
    private void parts(Path file) {
        Pipeline pipeline = ModelReader.read(file).model().pipeline();
        Map<String, Size> sizes = BoxSizes.of(pipeline);
        LayeredLayout layout = new LayeredLayout();
        Map<String, Rect> places = Placement.boxes(pipeline, sizes, layout);
        Map<String, Runnable> parts = new LinkedHashMap<>();
        parts.put("read and check the file", () -> ModelReader.read(file));
        parts.put("check an edit", () -> ModelReader.check(pipeline));
        parts.put("measure the boxes", () -> BoxSizes.of(pipeline));
        parts.put("arrange", () -> layout.arrange(sizes, pipeline.arrows().keySet()));
        parts.put("route all arrows", () -> Drawing.of(places, pipeline.arrows().keySet()));
        parts.forEach((what, part) -> {
            long first = time(part);
            long[] more = new long[10];
            for (int i = 0; i < more.length; i++) {
                more[i] = time(part);
            }
            Arrays.sort(more);
            System.out.printf(
                    Locale.ROOT,
                    "%-46s %8.1f ms, then %.1f ms%n",
                    what,
                    first / NANOS_PER_MILLI,
                    more[more.length / 2] / NANOS_PER_MILLI);
        });
    }

    private static long time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private static void print(String what, long nanos, long used) {
        System.out.printf(
                Locale.ROOT,
                "%-46s %8.1f ms, and %.1f ms of work on all threads%n",
                what,
                nanos / NANOS_PER_MILLI,
                used / NANOS_PER_MILLI);
    }

    private static long processTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void drags() {
        System.out.println(
                "drags: milliseconds from frame to frame, and of work for each on the two threads that make them");
        System.out.printf(
                "%-34s %7s %7s %7s %7s %7s | %7s %7s%n", "", "fps", "median", "p95", "p99", "max", "FX", "render");
        drag("(to warm up)", 1);
        drag("whole drawing, 1 box", 1);
        drag("whole drawing, 10 boxes", 10);
        zoomTo(1);
        drag("at 100 %, 1 box", 1);
        drag("at 100 %, 10 boxes", 10);
        zoomTo(2.5);
        drag("at 250 %, 1 box", 1);
        pan("at 250 %, pan");
        zoomTo(1);
        pan("at 100 %, pan");
        Fx.run(() -> canvas().fit());
        pan("whole drawing, pan");
        Fx.run(() -> canvas().fit());
        zoom("zoom out and in");
    }

    private GraphCanvas canvas() {
        return (GraphCanvas) driver.find("#canvas");
    }

    private void zoomTo(double factor) {
        Fx.run(() -> canvas().zoomBy(factor / canvas().zoom().get()));
        Fx.pulse();
    }

    /** Drags the box nearest to the middle of the canvas along an eight, as many boxes with it as are asked for. */
    private void drag(String what, int boxes) {
        Bounds canvas = driver.bounds("#canvas");
        double x = canvas.getCenterX();
        double y = canvas.getCenterY();
        List<Node> nearest = Fx.get(() -> canvas().lookupAll(".box").stream()
                .sorted((a, b) -> Double.compare(distance(a, x, y), distance(b, x, y)))
                .limit(boxes)
                .toList());
        for (int i = 0; i < nearest.size(); i++) {
            Bounds at = bounds(nearest.get(i));
            if (i == 1) {
                Fx.run(() -> robot.keyPress(KeyCode.SHIFT));
            }
            driver.drag(at.getCenterX(), at.getCenterY(), at.getCenterX(), at.getCenterY());
        }
        Fx.run(() -> robot.keyRelease(KeyCode.SHIFT));
        // The next press is not to be taken for a double click.
        for (int i = 0; i < WARM_UP; i++) {
            Fx.pulse();
        }
        Bounds at = bounds(nearest.get(0));
        driver.moveTo(at.getCenterX(), at.getCenterY());
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        double radius = Math.min(canvas.getWidth(), canvas.getHeight()) / 4;
        measure(what, step -> {
            double angle = step * 2 * Math.PI / 150;
            robot.mouseMove(
                    at.getCenterX() + radius * Math.sin(angle), at.getCenterY() + radius / 2 * Math.sin(2 * angle));
        });
        long begin = System.nanoTime();
        long used = processTime();
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.pulse();
        String did = Fx.get(() -> canvas().board().editor().undoLabel());
        print("    let go of: " + did, System.nanoTime() - begin, processTime() - used);
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        Fx.pulse();
    }

    private void pan(String what) {
        Bounds canvas = driver.bounds("#canvas");
        driver.moveTo(canvas.getCenterX(), canvas.getCenterY());
        Fx.run(() -> robot.mousePress(MouseButton.MIDDLE));
        measure(what, step -> {
            double angle = step * 2 * Math.PI / 150;
            robot.mouseMove(
                    canvas.getCenterX() + 150 * Math.sin(angle), canvas.getCenterY() + 75 * Math.sin(2 * angle));
        });
        Fx.run(() -> robot.mouseRelease(MouseButton.MIDDLE));
    }

    private void zoom(String what) {
        measure(what, step -> canvas().zoomBy(step % 60 < 30 ? 1 / 1.02 : 1.02));
    }

    private static Bounds bounds(Node node) {
        return Fx.get(() -> node.localToScreen(node.getLayoutBounds()));
    }

    private static double distance(Node node, double x, double y) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return Math.hypot(bounds.getCenterX() - x, bounds.getCenterY() - y);
    }

    /** A step in each frame. */
    @FunctionalInterface
    private interface Step {
        void at(int number);
    }

    private void measure(String what, Step step) {
        long[] moments = new long[WARM_UP + count + 1];
        long[] work = new long[2];
        CountDownLatch done = new CountDownLatch(1);
        long render = thread("QuantumRenderer");
        long fx = Fx.get(() -> Thread.currentThread().getId());
        AnimationTimer timer = Fx.get(() -> {
            AnimationTimer made = new AnimationTimer() {
                private int frame;

                @Override
                public void handle(long now) {
                    if (frame >= moments.length) {
                        return;
                    }
                    moments[frame] = System.nanoTime();
                    if (frame == WARM_UP) {
                        work[0] = -threads.getThreadCpuTime(fx);
                        work[1] = -threads.getThreadCpuTime(render);
                    }
                    step.at(frame);
                    frame++;
                    if (frame == moments.length) {
                        work[0] += threads.getThreadCpuTime(fx);
                        work[1] += threads.getThreadCpuTime(render);
                        done.countDown();
                    }
                }
            };
            made.start();
            return made;
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Fx.run(timer::stop);
        report(what, moments, work);
    }

    private void report(String what, long[] moments, long[] work) {
        double[] frames = new double[count];
        for (int i = 0; i < count; i++) {
            frames[i] = (moments[WARM_UP + i + 1] - moments[WARM_UP + i]) / NANOS_PER_MILLI;
        }
        double all = Arrays.stream(frames).sum();
        Arrays.sort(frames);
        System.out.printf(
                Locale.ROOT,
                "%-34s %7.1f %7.1f %7.1f %7.1f %7.1f | %7.1f %7.1f%n",
                what,
                1000 * count / all,
                frames[count / 2],
                frames[count * 95 / 100],
                frames[count * 99 / 100],
                frames[count - 1],
                work[0] / NANOS_PER_MILLI / count,
                work[1] / NANOS_PER_MILLI / count);
    }

    private long thread(String name) {
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(name)) {
                return id;
            }
        }
        throw new IllegalStateException("no thread " + name);
    }
}
