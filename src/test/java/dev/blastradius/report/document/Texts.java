package dev.blastradius.report.document;

import dev.blastradius.report.document.Block.Fact;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Row;
import java.util.ArrayList;
import java.util.List;

/** What a reader reads, line by line, for tests. */
public final class Texts {

    private Texts() {}

    /** All text of a section and its parts: a line for a heading, a paragraph, an item; cells of a row parted by {@code " | "}. */
    public static String of(Section section) {
        return String.join("\n", lines(section));
    }

    /** The same of a document. */
    public static String of(Document document) {
        List<String> lines = new ArrayList<>(List.of(document.title(), document.subtitle()));
        document.chapters().forEach(chapter -> lines.addAll(lines(chapter)));
        return String.join("\n", lines);
    }

    /** All sections of a document, chapters before their parts. */
    public static List<Section> sections(Document document) {
        List<Section> all = new ArrayList<>();
        document.chapters().forEach(chapter -> collect(chapter, all));
        return all;
    }

    private static void collect(Section section, List<Section> all) {
        all.add(section);
        section.sections().forEach(part -> collect(part, all));
    }

    private static List<String> lines(Section section) {
        List<String> lines = new ArrayList<>(List.of(section.title()));
        section.blocks().forEach(block -> lines.addAll(lines(block)));
        section.sections().forEach(part -> lines.addAll(lines(part)));
        return lines;
    }

    private static List<String> lines(Block block) {
        List<String> lines = new ArrayList<>();
        if (block instanceof Block.Paragraph paragraph) {
            lines.add(paragraph.words().text());
        } else if (block instanceof Block.Items items) {
            items.items().forEach(item -> lines.add(item.text()));
        } else if (block instanceof Block.Facts facts) {
            for (Fact fact : facts.facts()) {
                lines.add(fact.name() + ": " + fact.words().text());
            }
        } else if (block instanceof Block.Notice notice) {
            lines.add(notice.words().text());
        } else if (block instanceof Block.Listing listing) {
            lines.add(listing.text());
        } else if (block instanceof Block.Figure figure) {
            lines.add(figure.alternative());
            lines.add(figure.caption().text());
        } else if (block instanceof Block.Tabular tabular) {
            Table table = tabular.table();
            lines.add(table.caption());
            lines.add(String.join(
                    " | ", table.columns().stream().map(Table.Column::heading).toList()));
            for (Row row : table.rows()) {
                lines.add(String.join(
                        " | ",
                        row.cells().stream().map(Cell::words).map(Words::text).toList()));
            }
            lines.add(table.note().text());
        }
        return lines;
    }
}
