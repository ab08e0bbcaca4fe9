package dev.blastradius.ui.compare;

import atlantafx.base.theme.Styles;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.ui.compare.Compared.Bound;
import dev.blastradius.ui.compare.Compared.Contender;
import dev.blastradius.ui.look.Lines;
import dev.blastradius.ui.look.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The {@link Overview} as a table: a row is chosen by its head or anywhere in it. */
final class OverviewGrid extends GridPane {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDEST_HEAD = 300;
    private static final double NARROWEST_HEAD = 150;
    private static final double NARROWEST = 142;

    private final Consumer<@Nullable String> choose;
    private final List<ToggleButton> heads = new ArrayList<>();
    private final List<List<Node>> rows = new ArrayList<>();
    private final List<@Nullable String> scenarios = new ArrayList<>();

    /**
     * A table of nothing.
     *
     * @param choose hears of the scenario that is chosen; null: no fault
     */
    OverviewGrid(Consumer<@Nullable String> choose) {
        this.choose = choose;
        setId("compare-overview");
        getStyleClass().addAll("compare-table", "compare-overview");
    }

    void show(Compared compared, ChartTheme theme) {
        clear();
        addRow(0, headsOf(compared.contenders(), compared.bounds(null), theme));
        int line = 1;
        for (Overview.Row row : Overview.of(compared).rows()) {
            List<Node> nodes = new ArrayList<>();
            ToggleButton head = head(row);
            heads.add(head);
            nodes.add(head);
            row.cells().forEach(cell -> nodes.add(cell(cell, row.scenario())));
            row.bounds().forEach(cell -> nodes.add(reference(cell(cell, row.scenario()))));
            rows.add(nodes);
            scenarios.add(row.scenario());
            addRow(line++, nodes.toArray(Node[]::new));
        }
        columns(this, compared.contenders().size() + compared.bounds(null).size(), NARROWEST_HEAD, NARROWEST);
    }

    void clear() {
        getChildren().clear();
        getColumnConstraints().clear();
        heads.clear();
        rows.clear();
        scenarios.clear();
    }

    /** A column for the rows' heads, and even ones for the strategies. */
    static void columns(GridPane grid, int strategies, double narrowestHead, double narrowest) {
        ColumnConstraints first = new ColumnConstraints();
        first.setMinWidth(narrowestHead);
        first.setHgrow(Priority.SOMETIMES);
        grid.getColumnConstraints().setAll(first);
        for (int i = 0; i < strategies; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setMinWidth(narrowest);
            column.setPrefWidth(narrowest);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
    }

    /** Marks what is no strategy. */
    static Node reference(Node node) {
        node.getStyleClass().add("compare-reference");
        return node;
    }

    /** The heads of the columns: nothing over the rows' heads, the strategies in their colours, then what they are held against. */
    static Node[] headsOf(List<Contender> contenders, List<Bound> bounds, ChartTheme theme) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Label());
        for (Contender each : contenders) {
            Label name = new Label(Lines.one(each.name()), new Swatch(each.ink(), theme));
            name.getStyleClass().add("compare-strategy");
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            Tips.install(name, each.name());
            nodes.add(name);
        }
        for (Bound each : bounds) {
            Label name = new Label(each.name());
            name.getStyleClass().add("compare-bound");
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            Tips.install(name, each.meaning());
            nodes.add(reference(name));
        }
        return nodes.toArray(Node[]::new);
    }

    private ToggleButton head(Overview.Row row) {
        ToggleButton head = new ToggleButton(Lines.one(row.name()));
        head.setId("compare-row-" + (row.scenario() == null ? "no-fault" : row.scenario()));
        head.getStyleClass().addAll(Styles.FLAT, "compare-row-head");
        head.setMnemonicParsing(false);
        head.setWrapText(true);
        head.setMaxWidth(WIDEST_HEAD);
        head.setMinHeight(USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setAccessibleText("Look at: " + row.name());
        head.setOnAction(event -> {
            head.setSelected(true);
            choose.accept(row.scenario());
        });
        return head;
    }

    private Node cell(Overview.Cell cell, @Nullable String scenario) {
        Label goodput = new Label(cell.goodput());
        goodput.getStyleClass().add("compare-value");
        Label spread = new Label(cell.spread());
        spread.getStyleClass().add("compare-spread");
        HBox line = new HBox(4, goodput, spread);
        line.setAlignment(Pos.BASELINE_LEFT);
        if (cell.isBest()) {
            Label star = new Label("★");
            star.getStyleClass().add("compare-best");
            line.getChildren().add(star);
        }
        for (Node each : line.getChildren()) {
            ((Label) each).setMinWidth(USE_PREF_SIZE);
        }
        Label below = new Label(cell.below());
        below.getStyleClass().add("compare-below");
        below.setWrapText(true);
        below.setMinHeight(USE_PREF_SIZE);
        VBox node = new VBox(line);
        if (!cell.below().isEmpty()) {
            node.getChildren().add(below);
        }
        node.getStyleClass().add("compare-cell");
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setAccessibleText(cell.detail());
        Tips.install(node, cell.detail());
        node.setOnMouseClicked(event -> choose.accept(scenario));
        return node;
    }

    /** Marks the row of a scenario. */
    void mark(@Nullable String scenario) {
        for (int i = 0; i < rows.size(); i++) {
            boolean chosen = Objects.equals(scenarios.get(i), scenario);
            heads.get(i).setSelected(chosen);
            rows.get(i).forEach(node -> node.pseudoClassStateChanged(CHOSEN, chosen));
        }
    }
}
