package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.HeatMap.Cell;
import dev.blastradius.chart.HeatMap.Group;
import dev.blastradius.chart.HeatMap.Row;
import dev.blastradius.chart.HeatMap.Scale;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeatMapPainterTest {

    @ParameterizedTest
    @CsvSource({"0, 0.01", "0.004, 0.01", "0.05, 0.05", "0.051, 0.1", "0.43, 0.5", "0.6, 1", "1, 1"})
    void theScaleEndsAtARoundShareThatHoldsTheLargest(double largest, double end) {
        assertEquals(end, Scale.ofShares("lost", largest).bad());
    }

    @Test
    void strengthRunsFromTheGoodValueToTheBadOneWhicheverIsLarger() {
        Scale recovered = new Scale("recovered", Unit.SHARE, 1, 0);
        assertEquals(0, recovered.strength(1));
        assertEquals(0.75, recovered.strength(0.25));
        assertEquals(1, recovered.strength(-3));
        assertEquals(0.25, recovered.value(0.75));
    }

    @Test
    void aScaleOfOneValueColoursNothing() {
        assertEquals(0, new Scale("cost", Unit.MONEY, 3, 3).strength(3));
    }

    @Test
    void aRowMustHaveACellForEachColumn() {
        Group one = new Group("", List.of(new Row("a", List.of(cell(0.5)))));
        assertThrows(IllegalArgumentException.class, () -> map(List.of("x", "y"), one));
    }

    @Test
    void eachCellIsFilledWithTheColourOfItsValue() {
        HeatMap map = map(
                List.of("x"), new Group("", List.of(new Row("a", List.of(cell(0.5))), new Row("b", List.of(cell(1))))));
        BufferedImage image = HeatMapPainter.paint(map, ChartTheme.LIGHT, 400, 1);
        TreeSet<Integer> colours = new TreeSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            // Beside the legend, to the right of the numbers.
            colours.add(image.getRGB(140, y));
        }
        assertTrue(colours.contains(rgb(HeatRamp.LIGHT.color(0.5))), "0.5");
        assertTrue(colours.contains(rgb(HeatRamp.LIGHT.color(1))), "1");
    }

    @Test
    void thePictureIsAsHighAsItsRowsNeed() {
        Row row = new Row("a", List.of(cell(0.5)));
        int one = HeatMapPainter.height(map(List.of("x"), new Group("", List.of(row))));
        int three = HeatMapPainter.height(map(List.of("x"), new Group("", List.of(row, row, row))));
        int parted = HeatMapPainter.height(
                map(List.of("x"), new Group("p", List.of(row, row)), new Group("q", List.of(row))));
        assertEquals(48, three - one);
        assertTrue(parted > three);
        assertEquals(
                2 * three,
                HeatMapPainter.paint(map(List.of("x"), new Group("", List.of(row, row, row))), ChartTheme.DARK, 300, 2)
                        .getHeight());
    }

    private static int rgb(Color color) {
        return color.getRGB();
    }

    private static Cell cell(double value) {
        return new Cell(value, Unit.SHARE.brief(value), "", false);
    }

    private static HeatMap map(List<String> columns, Group... groups) {
        return new HeatMap(
                "Damage", "mean", "client", "what fails", columns, List.of(groups), Scale.ofShares("lost", 1), "");
    }
}
