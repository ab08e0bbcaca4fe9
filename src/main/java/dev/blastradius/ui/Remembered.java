package dev.blastradius.ui;

import dev.blastradius.editor.drawing.Size;
import dev.blastradius.ui.look.Theme;
import java.nio.file.Path;
import java.util.List;

/** What the window remembers from one start to the next. */
public interface Remembered {

    /** So many recent files at most. */
    int MOST_RECENT = 8;

    /** Model files opened or saved of late, the last one first. */
    List<Path> recent();

    /** Puts a file at the front of the recent ones. */
    void addRecent(Path file);

    /** Leaves a file out of the recent ones. */
    void forgetRecent(Path file);

    /** The program's own folder for unsaved work; it need not be there yet. */
    Path unsavedFolder();

    Theme theme();

    void setTheme(Theme theme);

    /** The window's size, in pixels. */
    Size windowSize();

    void setWindowSize(Size size);

    /** Whether the palette of components is shown. */
    boolean paletteShown();

    void setPaletteShown(boolean shown);

    /** The palette's width, in pixels. */
    double paletteWidth();

    void setPaletteWidth(double width);

    /** Whether the guided tour was taken or declined. */
    boolean toured();

    void setToured(boolean toured);
}
