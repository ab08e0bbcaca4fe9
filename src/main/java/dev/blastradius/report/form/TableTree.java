package dev.blastradius.report.form;

import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Tables in the tree: a caption, a header row, and a header cell at the beginning of each row. */
final class TableTree {

    /** From so many columns on, a table is set smaller. */
    private static final int MANY_COLUMNS = 7;

    /** From so many columns on, it hardly fits on paper. */
    private static final int TOO_MANY_COLUMNS = 9;

    /** Tables up to so many rows are not broken over two pages. */
    private static final int FEW_ROWS = 8;

    /** Words up to this length stay in one line. */
    private static final int SHORT = 18;

    private final BiConsumer<Element, Words> words;
    private final int mostColumns;

    /**
     * @param words puts words into an element
     * @param mostColumns a table with more columns is parted, and each part begins with the rows' headers; at least two
     */
    TableTree(BiConsumer<Element, Words> words, int mostColumns) {
        this.words = words;
        this.mostColumns = mostColumns;
    }

    /** Adds a table. */
    void add(Element to, Table table, int number) {
        Element frame = to.appendElement("div").addClass("table");
        String name = "Table " + number + ".";
        List<Table> parts = parts(table);
        if (parts.size() == 1 && table.rows().size() <= FEW_ROWS) {
            frame.addClass("short-table");
        }
        for (Table part : parts) {
            addPart(frame, part, parts.size() == 1 ? name : name + " Part " + (parts.indexOf(part) + 1) + ".");
        }
        if (!table.note().pieces().isEmpty()) {
            words.accept(frame.appendElement("p").addClass("table-note"), table.note());
        }
    }

    private void addPart(Element frame, Table table, String name) {
        // Wider than the page, it is scrolled by itself, which must be possible with the keyboard too.
        Element scrolled = frame.appendElement("div").addClass("scrolled");
        if (table.columns().size() >= MANY_COLUMNS) {
            scrolled.addClass(table.columns().size() >= TOO_MANY_COLUMNS ? "very-wide" : "wide");
        }
        scrolled.attr("tabindex", "0").attr("role", "region").attr("aria-label", name);
        Element element = scrolled.appendElement("table");
        Element caption = element.appendElement("caption");
        caption.appendElement("span").addClass("number").text(name);
        caption.appendChild(new TextNode(" "));
        words.accept(caption, Words.of(table.caption()));
        addHead(element.appendElement("thead"), table.columns());
        Element body = element.appendElement("tbody");
        table.rows().forEach(row -> addRow(body.appendElement("tr"), table.columns(), row.cells()));
    }

    /** As few parts as will do, with about the same number of columns each. */
    private List<Table> parts(Table table) {
        int columns = table.columns().size();
        if (columns <= mostColumns) {
            return List.of(table);
        }
        int count = (columns - 1 + mostColumns - 2) / (mostColumns - 1);
        List<Table> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = 1 + (columns - 1) * i / count;
            int to = 1 + (columns - 1) * (i + 1) / count;
            List<Table.Row> rows = table.rows().stream()
                    .map(row -> new Table.Row(part(row.cells(), from, to)))
                    .toList();
            parts.add(new Table(table.caption(), part(table.columns(), from, to), rows, table.note()));
        }
        return parts;
    }

    private static <T> List<T> part(List<T> all, int from, int to) {
        List<T> part = new ArrayList<>();
        part.add(all.get(0));
        part.addAll(all.subList(from, to));
        return part;
    }

    private void addHead(Element head, List<Table.Column> columns) {
        Element row = head.appendElement("tr");
        for (Table.Column column : columns) {
            Element cell = row.appendElement("th").attr("scope", "col");
            if (column.isNumeric()) {
                cell.addClass("number-cell");
            }
            addWidth(cell, column.heading());
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
            addWidth(element, cell.words().text());
            if (cell.words().text().length() <= SHORT) {
                element.addClass("short");
            }
            switch (cell.tone()) {
                case PLAIN -> {}
                case BEST -> element.addClass("best");
                case BAD -> element.addClass("bad");
            }
            if (!Double.isNaN(cell.heat())) {
                element.addClass(HeatSteps.nameOf(cell.heat()));
            }
            if (columns.get(i).isNumeric() && isLongAndPlain(cell.words())) {
                addFigures(element, cell.words());
            } else {
                words.accept(element, cell.words());
            }
        }
    }

    private static boolean isLongAndPlain(Words words) {
        return words.text().length() > SHORT
                && words.pieces().stream()
                        .allMatch(piece -> piece.style() == Words.Style.PLAIN && piece.target() == null);
    }

    /** A narrow column may part a number from its interval, and breaks neither. */
    private void addFigures(Element cell, Words figures) {
        boolean isFirst = true;
        for (String each : figures.text().split(" ", -1)) {
            if (!isFirst) {
                cell.appendChild(new TextNode(" "));
            }
            Element whole = cell.appendElement("span");
            if (each.length() <= SHORT) {
                whole.addClass("short");
            }
            words.accept(whole, Words.of(each));
            isFirst = false;
        }
    }

    /** Usual words are never broken to make a column narrower; a name that is longer than any word may be. */
    private static void addWidth(Element cell, String text) {
        if (Pattern.compile("\\s").splitAsStream(text).allMatch(word -> word.length() <= SHORT)) {
            cell.addClass("whole");
        }
    }
}
