package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Deviation;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import dev.blastradius.ui.look.Tips;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Beside a value that a strategy changes: what the drawing has there, and a button that puts it back. */
final class ChangedMark extends HBox {

    private final Label sign = new Label("Δ");
    private final Label words = new Label();
    private final Button back;
    private final Consumer<Deviation> putBack;

    /**
     * Shows nothing yet.
     *
     * @param of the id of the control that it stands beside
     * @param putBack makes something as it is drawn
     */
    ChangedMark(String of, Consumer<Deviation> putBack) {
        this.putBack = putBack;
        setId(of + "-changed");
        getStyleClass().add("changed-mark");
        setAlignment(Pos.CENTER_LEFT);
        words.setId(of + "-drawn");
        sign.getStyleClass().add("changed-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        FontIcon icon = Icons.node(Feather.ROTATE_CCW);
        icon.setIconSize(13);
        back = new Button(null, icon);
        back.setId(of + "-as-drawn");
        back.getStyleClass().addAll("button-icon", "flat", "changed-back");
        back.managedProperty().bind(back.visibleProperty());
        Icons.describe(back, "Put back what is drawn");
        managedProperty().bind(visibleProperty());
        getChildren().addAll(sign, words, back);
        show(List.of());
    }

    /** Shows what differs here; several things where what holds them is folded up. */
    void show(List<Deviation> deviations) {
        setVisible(!deviations.isEmpty());
        back.setVisible(deviations.size() == 1);
        if (deviations.size() == 1) {
            Deviation only = deviations.get(0);
            words.setText("drawn: " + Lines.one(only.drawn()));
            Tips.install(
                    words,
                    Lines.one(only.name()) + " — " + only.kind().sentence().toLowerCase(Locale.ROOT));
            back.setOnAction(event -> putBack.accept(only));
        } else {
            words.setText(deviations.size() + " values are not as drawn");
            Tips.install(
                    words,
                    deviations.stream()
                            .map(each -> Lines.one(each.name() + ": " + each.values()))
                            .collect(Collectors.joining("\n")));
        }
    }
}
