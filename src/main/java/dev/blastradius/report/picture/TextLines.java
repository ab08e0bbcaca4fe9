package dev.blastradius.report.picture;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines. */
final class TextLines {

    private TextLines() {}

    /** A text between its words in lines no wider than so much; the last one ends in an ellipsis where there would be more of them. */
    static List<String> of(String text, Font font, double room, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || PictureFont.width(font, longer) <= room) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        if (lines.size() > most) {
            String rest = String.join(" ", lines.subList(most - 1, lines.size()));
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add(rest);
        }
        return lines.stream().map(each -> PictureFont.fitting(font, each, room)).toList();
    }
}
