package dev.blastradius.ui.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.picture.Png;
import dev.blastradius.report.picture.Slide;
import dev.blastradius.report.picture.Svg;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a picture is saved as. */
public enum PictureForm {
    SVG("Scalable Vector Graphics", ".svg"),
    PNG("Portable Network Graphics", ".png");

    private final String title;
    private final String ending;

    PictureForm(String title, String ending) {
        this.title = title;
        this.ending = ending;
    }

    /** What people call it. */
    String title() {
        return title;
    }

    /** How its files' names end. */
    String ending() {
        return ending;
    }

    /**
     * The file with this form's ending, where it has not got it already; then one that is not there yet, for nobody was asked whether to
     * replace it.
     */
    Path named(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            return file;
        }
        Path free = file.resolveSibling(name + ending);
        for (int number = 2; Files.exists(free); number++) {
            free = file.resolveSibling(name + "-" + number + ending);
        }
        return free;
    }

    void write(Shown shown, ChartTheme theme, OutputStream out) throws IOException {
        if (this == PNG) {
            Png.write(shown.slide(), theme, Slide.SCALE, out);
            return;
        }
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Svg.write(shown.slide(), theme, shown.title(), shown.words(), writer);
        writer.flush();
    }
}
