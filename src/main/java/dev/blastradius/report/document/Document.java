package dev.blastradius.report.document;

import java.util.List;

/**
 * A report. Equal reports are written as equal files: there is neither a clock's time nor a machine's name in it.
 *
 * @param title what was looked at, such as the model's title
 * @param subtitle what was done with it, in a line
 * @param chapters in reading order
 */
public record Document(String title, String subtitle, List<Section> chapters) {
    public Document {
        chapters = List.copyOf(chapters);
    }
}
