package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void namesAreToTheLeftAndNumbersToTheRight() {
        TextTable table = new TextTable(Style.PLAIN, List.of("Name", "n"));
        table.row(List.of("a", "10"));
        table.row(List.of("bcdef", "7"));
        assertEquals("  Name    n\n  a      10\n  bcdef   7\n", table.text());
    }

    @Test
    void noLineIsLongerThanTheWidth() {
        TextTable table = new TextTable(new Style(true, false), List.of("Name", "one", "two"));
        table.row(List.of("x".repeat(300), "1".repeat(30), "2".repeat(30)));
        assertTrue(table.text().lines().allMatch(line -> line.length() <= TextTable.WIDTH));
        assertTrue(table.text().contains("…"));
    }

    @Test
    void columnsThatDoNotFitGoBelowWithTheNamesAgain() {
        List<String> header = new ArrayList<>(List.of("Name"));
        List<String> row = new ArrayList<>(List.of("a"));
        for (int i = 0; i < 12; i++) {
            header.add("column-number-" + i);
            row.add("value-" + i);
        }
        TextTable table = new TextTable(Style.PLAIN, header);
        table.row(row);
        String text = table.text();
        assertTrue(text.lines().allMatch(line -> line.length() <= TextTable.WIDTH), text);
        for (int i = 0; i < 12; i++) {
            assertTrue(text.contains("column-number-" + i) && text.contains("value-" + i), text);
        }
        assertTrue(text.lines().filter(line -> line.startsWith("  Name")).count() >= 2);
    }

    @Test
    void aRowHasAsManyCellsAsTheHeader() {
        TextTable table = new TextTable(Style.PLAIN, List.of("Name", "n"));
        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("a")));
    }
}
