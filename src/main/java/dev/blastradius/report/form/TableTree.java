package dev.blastradius.report.form;

import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Words;
import java.util.List;
import java.util.function.BiConsumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Tables in the tree: a caption, a header row, and a header cell at the beginning of each row. */
final class TableTree {

    /** From so many columns on, a table is set smaller. */
    private static final int MANY_COLUMNS = 7;

    /** From so many columns on, it stands on a page that is wider than high. */
    private static final int TOO_MANY_COLUMNS = 11;

    private final BiConsumer<Element, Words> words;

    /** @param words puts words into an element */
    TableTree(BiConsumer<Element, Words> words) {
        this.words = words;
    }

    /** Adds a table. */
    void add(Element to, Table table, int number) {
        // Wider than the page, it is scrolled by itself, which must be possible with the keyboard too.
        Element frame = to.appendElement("div").addClass("table");
        if (table.columns().size() >= TOO_MANY_COLUMNS) {
            frame.addClass("very-wide");
        } else if (table.columns().size() >= MANY_COLUMNS) {
            frame.addClass("wide");
        }
        Element scrolled = frame.appendElement("div").addClass("scrolled");
        String name = "Table " + number + ".";
        scrolled.attr("tabindex", "0").attr("role", "region").attr("aria-label", name);
        Element element = scrolled.appendElement("table");
        Element caption = element.appendElement("caption");
        caption.appendElement("span").addClass("number").text(name);
        caption.appendChild(new TextNode(" "));
        words.accept(caption, Words.of(table.caption()));
        addHead(element.appendElement("thead"), table.columns());
        Element body = element.appendElement("tbody");
        table.rows().forEach(row -> addRow(body.appendElement("tr"), table.columns(), row.cells()));
        if (!table.note().pieces().isEmpty()) {
            words.accept(frame.appendElement("p").addClass("table-note"), table.note());
        }
    }

    private void addHead(Element head, List<Table.Column> columns) {
        Element row = head.appendElement("tr");
        for (Table.Column column : columns) {
            Element cell = row.appendElement("th").attr("scope", "col");
            if (column.isNumeric()) {
                cell.addClass("number-cell");
            }
            words.accept(cell, Words.of(column.heading()));
        }
    }

    private void addRow(Element row, List<Table.Column> columns, List<Table.Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Table.Cell cell = cells.get(i);
            Element element = i == 0 ? row.appendElement("th").attr("scope", "row") : row.appendElement("td");
            if (columns.get(i).isNumeric()) {
                element.addClass("number-cell");
            }
            switch (cell.tone()) {
                case PLAIN -> {}
                case BEST -> element.addClass("best");
                case BAD -> element.addClass("bad");
            }
            if (!Double.isNaN(cell.heat())) {
                element.addClass(HeatSteps.nameOf(cell.heat()));
            }
            words.accept(element, cell.words());
        }
    }
}
