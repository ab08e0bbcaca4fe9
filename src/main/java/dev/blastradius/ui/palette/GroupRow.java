package dev.blastradius.ui.palette;

import dev.blastradius.editor.catalogue.Catalogue;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A group of the palette: its heading, by which groups of presets are folded, and its pieces. */
final class GroupRow extends VBox {

    private final VBox pieces = new VBox();
    private final @Nullable Button fold;
    private final FontIcon arrow = Icons.node(Feather.CHEVRON_RIGHT);

    /**
     * A group.
     *
     * @param open whether its pieces are seen at first
     */
    GroupRow(Catalogue.Group group, Builder builder, boolean open) {
        getStyleClass().add("piece-group");
        group.pieces().forEach(piece -> pieces.getChildren().add(new PieceRow(piece, builder)));
        pieces.managedProperty().bind(pieces.visibleProperty());
        if (group.presets()) {
            fold = new Button(group.title() + "  (" + group.pieces().size() + ")", arrow);
            fold.setId("palette-group-"
                    + group.title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
            fold.getStyleClass().addAll("flat", "piece-fold");
            fold.setMaxWidth(Double.MAX_VALUE);
            fold.setAlignment(Pos.CENTER_LEFT);
            fold.setMnemonicParsing(false);
            fold.setOnAction(event -> show(!isOpen()));
            fold.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
            getChildren().addAll(fold, pieces);
            show(open);
        } else {
            Label heading = new Label(group.title());
            heading.getStyleClass().add("piece-heading");
            fold = null;
            getChildren().addAll(heading, pieces);
        }
    }

    /** What the arrow keys go through. */
    List<Node> stops() {
        List<Node> stops = new java.util.ArrayList<>();
        if (fold != null) {
            stops.add(fold);
        }
        if (isOpen()) {
            stops.addAll(pieces.getChildren());
        }
        return stops;
    }

    private boolean isOpen() {
        return pieces.isVisible();
    }

    private void show(boolean open) {
        pieces.setVisible(open);
        arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        if (fold != null) {
            fold.setAccessibleText(fold.getText() + (open ? ", open" : ", folded"));
        }
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.RIGHT || code == KeyCode.LEFT) {
            show(code == KeyCode.RIGHT);
            event.consume();
        } else if (code == KeyCode.ENTER) {
            show(!isOpen());
            event.consume();
        }
    }
}
