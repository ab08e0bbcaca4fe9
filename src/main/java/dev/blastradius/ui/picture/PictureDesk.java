package dev.blastradius.ui.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.io.DiskTrouble;
import dev.blastradius.io.WholeFile;
import dev.blastradius.report.picture.Png;
import dev.blastradius.report.picture.Slide;
import dev.blastradius.ui.look.Pixels;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.concurrent.Task;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/**
 * Where pictures of a window are copied and saved: painted and written beside the screen's thread, in the colours that the window has. It
 * knows which picture is meant where nobody pointed at one: of what had the keyboard last and is still to be seen.
 */
public final class PictureDesk {

    private static final String KEY = PictureDesk.class.getName();

    private final Scene scene;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private BiFunction<String, PictureForm, @Nullable Path> chooser = this::choose;
    private Consumer<String> tell;
    private @Nullable Node last;
    private @Nullable File folder;

    private PictureDesk(Scene scene) {
        this.scene = scene;
        this.tell = new Told(scene)::show;
        remember(scene.getFocusOwner());
        scene.focusOwnerProperty().addListener((observable, was, is) -> remember(is));
    }

    /** The desk of a window's scene, the same whenever it is asked for. */
    public static PictureDesk of(Scene scene) {
        return (PictureDesk) scene.getProperties().computeIfAbsent(KEY, key -> new PictureDesk(scene));
    }

    /** Asks for files in another way: by a suggested name and a form; null: nowhere. */
    void askBy(BiFunction<String, PictureForm, @Nullable Path> other) {
        chooser = other;
    }

    /** What became of pictures is told in another way. */
    void tellBy(Consumer<String> other) {
        tell = other;
    }

    /** Whether a picture is being made. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private void remember(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (PictureMenu.has(node)) {
                last = node;
                return;
            }
        }
    }

    /** The picture of what had the keyboard last, where that is still to be seen; null: there is none. */
    public @Nullable Shown current() {
        Node node = last;
        if (node == null || node.getScene() != scene) {
            return null;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return null;
            }
        }
        return PictureMenu.of(node);
    }

    /** Puts a picture onto the clipboard, 1,920 pixels wide. */
    public void copy(Shown shown) {
        ChartTheme theme = theme();
        work(
                new Task<BufferedImage>() {
                    @Override
                    protected BufferedImage call() {
                        return Png.image(shown.slide(), theme, Slide.SCALE);
                    }
                },
                image -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(Pixels.image(image));
                    boolean done = Clipboard.getSystemClipboard().setContent(content);
                    tell.accept(
                            done
                                    ? "Copied as a picture of " + image.getWidth() + " × " + image.getHeight()
                                            + " pixels"
                                    : "Not copied: the clipboard did not take it");
                },
                wrong -> tell.accept("Not copied: " + wrong));
    }

    /** Asks for a file and saves a picture there. */
    public void save(Shown shown, PictureForm form) {
        Path file = chooser.apply(shown.fileName() + form.ending(), form);
        if (file == null) {
            return;
        }
        Path target = form.named(file);
        ChartTheme theme = theme();
        work(
                new Task<Path>() {
                    @Override
                    protected Path call() throws IOException {
                        WholeFile.write(target, out -> form.write(shown, theme, out));
                        return target;
                    }
                },
                saved -> tell.accept("Saved the picture as " + saved.getFileName()),
                wrong -> tell.accept("Not saved: "
                        + (wrong instanceof IOException disk ? DiskTrouble.words(disk, target) : wrong.toString())));
    }

    private <T> void work(Task<T> task, Consumer<T> done, Consumer<Throwable> wrong) {
        busy.set(true);
        task.setOnSucceeded(event -> {
            busy.set(false);
            done.accept(task.getValue());
        });
        task.setOnFailed(event -> {
            busy.set(false);
            wrong.accept(task.getException());
        });
        Thread thread = new Thread(task, "picture");
        thread.setDaemon(true);
        thread.start();
    }

    private ChartTheme theme() {
        return scene.getRoot().getStyleClass().contains("dark") ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    private @Nullable Path choose(String suggested, PictureForm form) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle("Save picture as " + form);
        dialog.setInitialFileName(suggested);
        dialog.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(form.title(), "*" + form.ending()));
        if (folder != null && folder.isDirectory()) {
            dialog.setInitialDirectory(folder);
        }
        File file = dialog.showSaveDialog(scene.getWindow());
        if (file == null) {
            return null;
        }
        folder = file.getParentFile();
        return file.toPath();
    }
}
