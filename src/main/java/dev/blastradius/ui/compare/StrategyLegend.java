package dev.blastradius.ui.compare;

import atlantafx.base.theme.Styles;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.ui.compare.Compared.Contender;
import dev.blastradius.ui.look.Lines;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** The strategies in their colours, one of which can be looked at. */
final class StrategyLegend extends FlowPane {

    private static final double WIDEST = 280;

    private final Consumer<@Nullable String> choose;

    /**
     * A legend of nothing.
     *
     * @param choose hears of the strategy that is looked at; null: of all alike
     */
    StrategyLegend(Consumer<@Nullable String> choose) {
        this.choose = choose;
        setId("compare-legend");
        getStyleClass().add("compare-legend");
    }

    void show(List<Contender> contenders, ChartTheme theme) {
        getChildren()
                .setAll(contenders.stream().map(each -> button(each, theme)).toList());
    }

    private Node button(Contender contender, ChartTheme theme) {
        String name = Lines.one(contender.name());
        ToggleButton button = new ToggleButton(name, new Swatch(contender.ink(), theme));
        button.setId("compare-look-" + contender.id());
        button.setUserData(contender.id());
        button.getStyleClass().add(Styles.SMALL);
        button.setMnemonicParsing(false);
        button.setMaxWidth(WIDEST);
        button.setAccessibleText("Look at " + name + ": its curve, and in what it differs from the drawing");
        button.setOnAction(event -> choose.accept(button.isSelected() ? contender.id() : null));
        return button;
    }

    /** Marks the strategy that is looked at. */
    void mark(@Nullable String strategy) {
        for (Node each : getChildren()) {
            if (each instanceof ToggleButton button) {
                button.setSelected(Objects.equals(strategy, button.getUserData()));
            }
        }
    }
}
