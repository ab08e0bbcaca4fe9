package dev.blastradius.ui;

import dev.blastradius.editor.drawing.Size;
import dev.blastradius.editor.recovery.AutosavePlaces;
import dev.blastradius.ui.look.Theme;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.prefs.Preferences;
import org.jspecify.annotations.Nullable;

/** Remembers in the user's preferences. Where these cannot be read or written, nothing is remembered, and nothing else happens. */
final class StoredSettings implements Remembered {

    private static final String NODE = "dev/blastradius";
    private static final Size USUAL = new Size(1440, 900);
    private static final double USUAL_PALETTE = 230;

    private final @Nullable Preferences preferences = open();

    private static @Nullable Preferences open() {
        try {
            return Preferences.userRoot().node(NODE);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private <T> T read(Function<Preferences, T> reader, T otherwise) {
        try {
            return preferences == null ? otherwise : reader.apply(preferences);
        } catch (RuntimeException e) {
            return otherwise;
        }
    }

    private void write(Consumer<Preferences> writer) {
        try {
            if (preferences != null) {
                writer.accept(preferences);
            }
        } catch (RuntimeException e) {
            // A preference that cannot be kept is no reason to stop anybody's work.
            return;
        }
    }

    @Override
    public List<Path> recent() {
        return read(
                stored -> {
                    List<Path> files = new ArrayList<>();
                    for (int i = 0; i < MOST_RECENT; i++) {
                        String file = stored.get("recent." + i, "");
                        if (!file.isEmpty()) {
                            addPath(files, file);
                        }
                    }
                    return files;
                },
                List.of());
    }

    private static void addPath(List<Path> files, String file) {
        try {
            files.add(Path.of(file));
        } catch (InvalidPathException e) {
            return; // written by something else than this program
        }
    }

    @Override
    public void addRecent(Path file) {
        List<Path> files = new ArrayList<>(recent());
        files.remove(file);
        files.add(0, file);
        writeRecent(files);
    }

    @Override
    public void forgetRecent(Path file) {
        List<Path> files = new ArrayList<>(recent());
        files.remove(file);
        writeRecent(files);
    }

    private void writeRecent(List<Path> files) {
        write(stored -> {
            for (int i = 0; i < MOST_RECENT; i++) {
                String name = i < files.size() ? files.get(i).toString() : "";
                stored.put("recent." + i, name.length() <= Preferences.MAX_VALUE_LENGTH ? name : "");
            }
        });
    }

    @Override
    public Path unsavedFolder() {
        return AutosavePlaces.usual(
                System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")), System::getenv);
    }

    @Override
    public Theme theme() {
        return read(stored -> stored.getBoolean("dark", false), false) ? Theme.DARK : Theme.LIGHT;
    }

    @Override
    public void setTheme(Theme theme) {
        write(stored -> stored.putBoolean("dark", theme.isDark()));
    }

    @Override
    public Size windowSize() {
        return read(
                stored ->
                        new Size(stored.getDouble("width", USUAL.width()), stored.getDouble("height", USUAL.height())),
                USUAL);
    }

    @Override
    public void setWindowSize(Size size) {
        write(stored -> {
            stored.putDouble("width", size.width());
            stored.putDouble("height", size.height());
        });
    }

    @Override
    public boolean paletteShown() {
        return read(stored -> stored.getBoolean("palette", true), true);
    }

    @Override
    public void setPaletteShown(boolean shown) {
        write(stored -> stored.putBoolean("palette", shown));
    }

    @Override
    public double paletteWidth() {
        return read(stored -> stored.getDouble("palette.width", USUAL_PALETTE), USUAL_PALETTE);
    }

    @Override
    public void setPaletteWidth(double width) {
        write(stored -> stored.putDouble("palette.width", width));
    }

    @Override
    public boolean toured() {
        return read(stored -> stored.getBoolean("toured", false), false);
    }

    @Override
    public void setToured(boolean toured) {
        write(stored -> stored.putBoolean("toured", toured));
    }
}
