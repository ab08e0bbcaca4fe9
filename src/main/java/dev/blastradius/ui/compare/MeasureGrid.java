package dev.blastradius.ui.compare;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.ui.compare.Compared.Bound;
import dev.blastradius.ui.compare.Compared.Contender;
import dev.blastradius.ui.look.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The {@link Measures} as a table. */
final class MeasureGrid extends GridPane {

    private static final double NARROWEST_HEAD = 180;
    private static final double NARROWEST = 148;

    MeasureGrid() {
        setId("compare-measures");
        getStyleClass().addAll("compare-table", "compare-measures");
    }

    void show(Measures measures, List<Contender> contenders, List<Bound> bounds, ChartTheme theme) {
        getChildren().clear();
        addRow(0, OverviewGrid.headsOf(contenders, bounds, theme));
        int line = 1;
        for (Measures.Row row : measures.rows()) {
            List<Node> nodes = new ArrayList<>();
            Label name = new Label(row.name());
            name.getStyleClass().add("compare-measure");
            name.setMinWidth(USE_PREF_SIZE);
            Tips.install(name, row.meaning());
            nodes.add(name);
            row.cells().forEach(cell -> nodes.add(cell(cell)));
            row.bounds().forEach(cell -> nodes.add(OverviewGrid.reference(cell(cell))));
            addRow(line++, nodes.toArray(Node[]::new));
        }
        OverviewGrid.columns(this, contenders.size() + bounds.size(), NARROWEST_HEAD, NARROWEST);
    }

    private static Node cell(Measures.Cell cell) {
        HBox line = new HBox(4, label(cell.value(), "compare-value"), label(cell.spread(), "compare-spread"));
        line.setAlignment(Pos.BASELINE_LEFT);
        if (cell.isBest()) {
            line.getChildren().add(label("★", "compare-best"));
        }
        VBox node = new VBox(line);
        if (!cell.difference().isEmpty()) {
            Label difference = label(sign(cell.verdict()) + cell.difference(), "compare-difference");
            difference.getStyleClass().add(cell.verdict().name().toLowerCase(Locale.ROOT));
            node.getChildren().add(difference);
        }
        node.getStyleClass().add("compare-cell");
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setAccessibleText(cell.detail());
        Tips.install(node, cell.detail());
        return node;
    }

    /** Colour alone would not do. */
    private static String sign(Measures.Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "✓ ";
            case WORSE -> "✗ ";
            case OPEN -> "~ ";
            case NONE -> "";
        };
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
