package dev.blastradius.ui.command;

import dev.blastradius.editor.search.Match;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
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
import org.kordamp.ikonli.feather.Feather;

/** All keys and all gestures, by what they are about, with a search. */
public final class KeyPane extends OverlayCard {

    private static final double WIDTH = 680;
    private static final double HEIGHT = 620;
    private static final double STEP = 0.12;

    /** A line: what it does, and the keys or the gesture. */
    private record Line(String group, String does, List<String> how) {}

    private final TextField field = new TextField();
    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private List<Line> all = List.of();

    /** A pane, closed. */
    public KeyPane() {
        super("key-pane", WIDTH, HEIGHT);
        Label title = new Label("Keys and gestures");
        title.getStyleClass().add("key-head");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, "Close (Escape)");
        close.setOnAction(event -> close());
        HBox head = new HBox(8, title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        field.setId("key-field");
        field.setPromptText("Type an action, a key or a gesture");
        field.setAccessibleText("Search the keys");
        field.textProperty().addListener((observable, was, is) -> show());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::scroll);
        lines.setId("key-lines");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("key-list");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card().getChildren().setAll(head, field, scroll);
    }

    /** Opens it with all commands that have keys, and all gestures. */
    public void open(Commands commands, List<Gesture> gestures) {
        List<Line> now = new ArrayList<>();
        for (Category category : Category.values()) {
            for (Command command : commands.fixed()) {
                if (command.category() == category && !command.keys().isEmpty()) {
                    now.add(new Line(category.title(), command.fullTitle(), command.keyTexts()));
                }
            }
        }
        gestures.forEach(gesture -> now.add(new Line(gesture.where(), gesture.does(), List.of(gesture.how()))));
        all = now;
        field.clear();
        show();
        scroll.setVvalue(0);
        open(field);
    }

    private void show() {
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (Line line : all) {
            String text = line.does() + " " + String.join(" ", line.how()) + " " + line.group();
            if (Match.holds(field.getText(), text)) {
                groups.computeIfAbsent(line.group(), any -> new ArrayList<>()).add(line);
            }
        }
        lines.getChildren().clear();
        groups.forEach((group, those) -> {
            Label head = new Label(group);
            head.getStyleClass().add("key-group");
            lines.getChildren().add(head);
            those.forEach(line -> lines.getChildren().add(node(line)));
        });
        if (groups.isEmpty()) {
            Label none = new Label("No key and no gesture is called so");
            none.getStyleClass().add("overlay-none");
            lines.getChildren().add(none);
        }
    }

    private static HBox node(Line line) {
        Label does = new Label(line.does());
        does.setWrapText(true);
        does.setMinWidth(0);
        HBox.setHgrow(does, Priority.ALWAYS);
        does.setMaxWidth(Double.MAX_VALUE);
        HBox node = new HBox(does);
        node.getStyleClass().add("key-line");
        for (String how : line.how()) {
            Label key = new Label(how);
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            node.getChildren().add(key);
        }
        return node;
    }

    /** The search keeps the keyboard, and the list moves all the same. */
    private void scroll(KeyEvent event) {
        double by = switch (event.getCode()) {
            case DOWN -> STEP / 2;
            case UP -> -STEP / 2;
            case PAGE_DOWN -> 2 * STEP;
            case PAGE_UP -> -2 * STEP;
            default -> 0;
        };
        if (by != 0 || event.getCode() == KeyCode.TAB) {
            scroll.setVvalue(Math.max(0, Math.min(1, scroll.getVvalue() + by)));
            event.consume();
        }
    }
}
