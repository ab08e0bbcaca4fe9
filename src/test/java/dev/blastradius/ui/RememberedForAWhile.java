package dev.blastradius.ui;

import dev.blastradius.editor.drawing.Size;
import dev.blastradius.ui.look.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers for the length of a test. */
final class RememberedForAWhile implements Remembered {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final List<Path> recent = new ArrayList<>();
    Path unsavedFolder = Path.of("target", "unsaved", ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet());
    private Theme theme = Theme.LIGHT;
    private Size size = new Size(1440, 900);
    private boolean paletteShown = true;
    private double paletteWidth = 230;
    private boolean toured;

    @Override
    public List<Path> recent() {
        return List.copyOf(recent);
    }

    @Override
    public void addRecent(Path file) {
        recent.remove(file);
        recent.add(0, file);
    }

    @Override
    public void forgetRecent(Path file) {
        recent.remove(file);
    }

    @Override
    public Path unsavedFolder() {
        return unsavedFolder;
    }

    @Override
    public Theme theme() {
        return theme;
    }

    @Override
    public void setTheme(Theme newTheme) {
        theme = newTheme;
    }

    @Override
    public Size windowSize() {
        return size;
    }

    @Override
    public void setWindowSize(Size newSize) {
        size = newSize;
    }

    @Override
    public boolean paletteShown() {
        return paletteShown;
    }

    @Override
    public void setPaletteShown(boolean shown) {
        paletteShown = shown;
    }

    @Override
    public double paletteWidth() {
        return paletteWidth;
    }

    @Override
    public void setPaletteWidth(double width) {
        paletteWidth = width;
    }

    @Override
    public boolean toured() {
        return toured;
    }

    @Override
    public void setToured(boolean newToured) {
        toured = newToured;
    }
}
