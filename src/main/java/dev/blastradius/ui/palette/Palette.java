package dev.blastradius.ui.palette;

import dev.blastradius.editor.catalogue.Catalogue;
import dev.blastradius.editor.catalogue.Piece;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Scrolls;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Every kind of component and, folded, every preset. Tab enters it once: from there the arrow keys go from piece to piece, and what is
 * typed looks for one.
 */
public final class Palette extends VBox {

    private final Builder builder;
    private final TextField search = new TextField();
    private final VBox groups = new VBox();
    private final ScrollPane scroll = new ScrollPane(groups);
    private final Label nothing = new Label();

    /**
     * A palette.
     *
     * @param hide takes the palette away
     */
    public Palette(Builder builder, Runnable hide) {
        this.builder = builder;
        setId("palette");
        getStyleClass().add("palette");
        Label title = new Label("Components");
        title.getStyleClass().add("palette-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = Icons.button(Feather.CHEVRONS_LEFT, "Hide the components (Ctrl+B)");
        close.setId("palette-hide");
        close.setOnAction(event -> hide.run());
        HBox head = new HBox(title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        search.setId("palette-search");
        search.setPromptText("Find a kind or preset");
        search.setAccessibleText("Find a kind or preset to add");
        search.textProperty().addListener((observable, was, is) -> fill(is));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        nothing.getStyleClass().add("palette-nothing");
        nothing.setWrapText(true);
        groups.getStyleClass().add("palette-groups");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        scroll.addEventHandler(KeyEvent.KEY_TYPED, this::type);
        VBox top = new VBox(head, search);
        top.getStyleClass().add("palette-top");
        getChildren().addAll(top, scroll);
        fill("");
    }

    /** Gives the keyboard to the search, with nothing sought yet. */
    public void find() {
        search.clear();
        search.requestFocus();
    }

    private void fill(String sought) {
        List<Catalogue.Group> found = Catalogue.find(sought);
        groups.getChildren().clear();
        boolean presets = false;
        for (Catalogue.Group group : found) {
            if (group.presets() && !presets) {
                presets = true;
                groups.getChildren().add(presetsHeading());
            }
            groups.getChildren().add(new GroupRow(group, builder, !sought.isBlank()));
        }
        nothing.setText("Nothing is called “" + sought.strip() + "”. Any component can be renamed in the inspector.");
        if (found.isEmpty()) {
            groups.getChildren().add(nothing);
        }
        scroll.setVvalue(0);
        enterAt(stops().isEmpty() ? null : stops().get(0));
    }

    private static Label presetsHeading() {
        Label heading = new Label("With published values");
        heading.getStyleClass().add("palette-presets");
        return heading;
    }

    private List<Node> stops() {
        List<Node> stops = new ArrayList<>();
        for (Node each : groups.getChildren()) {
            if (each instanceof GroupRow group) {
                stops.addAll(group.stops());
            }
        }
        return stops;
    }

    /** Tab comes to one piece only, the one that was left last. */
    private void enterAt(@Nullable Node entry) {
        for (Node stop : stops()) {
            stop.setFocusTraversable(stop == entry);
        }
    }

    private void searchKey(KeyEvent event) {
        List<Node> stops = stops();
        switch (event.getCode()) {
            case DOWN -> {
                if (!stops.isEmpty()) {
                    go(stops.get(0));
                }
                event.consume();
            }
            case ENTER -> {
                Piece first = firstPiece();
                if (first != null && !search.getText().isBlank()) {
                    builder.add(first, event.isShortcutDown() || event.isShiftDown());
                }
                event.consume();
            }
            case ESCAPE -> {
                if (search.getText().isEmpty()) {
                    builder.leave();
                } else {
                    search.clear();
                }
                event.consume();
            }
            default -> {}
        }
    }

    private @Nullable Piece firstPiece() {
        return stops().stream()
                .filter(PieceRow.class::isInstance)
                .map(stop -> ((PieceRow) stop).piece())
                .findFirst()
                .orElse(null);
    }

    private void walk(KeyEvent event) {
        List<Node> stops = stops();
        int at = stops.indexOf(getScene().getFocusOwner());
        if (at < 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.UP && at == 0) {
            search.requestFocus();
        } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
            go(stops.get(Math.min(stops.size() - 1, at + (code == KeyCode.UP ? -1 : 1))));
        } else if (code == KeyCode.HOME || code == KeyCode.END) {
            go(stops.get(code == KeyCode.HOME ? 0 : stops.size() - 1));
        } else {
            return;
        }
        event.consume();
    }

    /** A letter typed on a piece goes into the search. */
    private void type(KeyEvent event) {
        String typed = event.getCharacter();
        if (!event.isShortcutDown() && !event.isAltDown() && !typed.isBlank() && typed.charAt(0) > ' ') {
            search.requestFocus();
            search.appendText(typed);
            search.end();
            event.consume();
        }
    }

    private void go(Node stop) {
        enterAt(stop);
        stop.requestFocus();
        Scrolls.reveal(scroll, stop);
    }
}
