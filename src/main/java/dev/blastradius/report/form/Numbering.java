package dev.blastradius.report.form;

import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers by which people at a table find a place: of chapters, of pictures, of tables; from 1, in reading order. */
final class Numbering {

    private final Map<String, String> sections = new LinkedHashMap<>();
    private int figures;
    private int tables;

    /** @throws IllegalArgumentException when two sections have one id */
    Numbering(Document document) {
        number(document.chapters(), "");
    }

    /** The number of a section: {@code 4}, {@code 4.2}. */
    String of(Section section) {
        return sections.getOrDefault(section.id(), "");
    }

    /** The ids that links may lead to. */
    Set<String> targets() {
        return sections.keySet();
    }

    /** The number of the next picture. */
    int nextFigure() {
        figures++;
        return figures;
    }

    /** The number of the next table. */
    int nextTable() {
        tables++;
        return tables;
    }

    private void number(List<Section> parts, String above) {
        for (int i = 0; i < parts.size(); i++) {
            Section section = parts.get(i);
            String number = above + (i + 1);
            if (sections.put(section.id(), number) != null) {
                throw new IllegalArgumentException("two sections have the id " + section.id());
            }
            number(section.sections(), number + ".");
        }
    }
}
