package dev.blastradius.ui.compare;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.compare.Compared.Contender;
import dev.blastradius.ui.look.Lines;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What makes a strategy: in what it differs from the drawing. */
final class PatchCard extends VBox {

    private static final double WIDTH = 400;

    PatchCard() {
        setId("compare-patch");
        getStyleClass().add("compare-patch");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    void show(Pipeline drawn, Contender contender, ChartTheme theme) {
        Differences differences = Differences.of(drawn, contender);
        Label name = new Label(Lines.one(contender.name()), new Swatch(contender.ink(), theme));
        name.getStyleClass().add("compare-strategy");
        Label title = new Label(differences.title());
        title.getStyleClass().add("compare-below");
        FlowPane groups = new FlowPane();
        groups.getStyleClass().add("compare-groups");
        differences.groups().forEach(group -> groups.getChildren().add(node(group)));
        getChildren().setAll(name, title);
        if (!differences.groups().isEmpty()) {
            getChildren().add(groups);
        }
        setVisible(true);
    }

    private static VBox node(Differences.Group group) {
        Label name = wrapped(Lines.one(group.name()), "compare-measure");
        VBox node = new VBox(name);
        for (Differences.Line line : group.lines()) {
            node.getChildren().add(wrapped(Lines.one(line.name() + ": " + line.values()), "compare-difference"));
        }
        node.setPrefWidth(WIDTH);
        return node;
    }

    private static Label wrapped(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
