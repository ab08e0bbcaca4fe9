package dev.blastradius.ui.command;

import dev.blastradius.editor.search.Ranking.Ranked;
import dev.blastradius.ui.look.Icons;
import java.util.BitSet;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A command in the palette: its icon, what it is about, its title with the letters that were typed, and its key or why it cannot be done. */
final class CommandRow extends ListCell<Ranked<Command>> {

    static final double HEIGHT = 34;

    private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");
    private static final double ICON_ROOM = 20;
    private static final double CATEGORY_ROOM = 62;
    private static final int LONGEST = 90;

    private final StackPane icon = new StackPane();
    private final Label category = new Label();
    private final HBox title = new HBox();
    private final Label obstacle = new Label();
    private final Label key = new Label();
    private final HBox line;

    CommandRow(Consumer<Command> run) {
        getStyleClass().add("command-row");
        icon.setMinWidth(ICON_ROOM);
        icon.setPrefWidth(ICON_ROOM);
        category.getStyleClass().add("command-category");
        category.setMinWidth(CATEGORY_ROOM);
        title.getStyleClass().add("command-title");
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(title.widthProperty());
        clip.heightProperty().bind(title.heightProperty());
        title.setClip(clip);
        obstacle.getStyleClass().add("command-obstacle");
        obstacle.setMinWidth(0);
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line = new HBox(10, icon, category, title, space, obstacle, key);
        line.setAlignment(Pos.CENTER_LEFT);
        setOnMouseClicked(event -> {
            Ranked<Command> shown = getItem();
            if (shown != null) {
                run.accept(shown.choice().item());
            }
        });
        // The list decides how wide a row is; a long title is cut and makes no bar to scroll sideways.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Ranked<Command> ranked, boolean empty) {
        super.updateItem(ranked, empty);
        if (empty || ranked == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(IMPOSSIBLE, false);
            return;
        }
        Command command = ranked.choice().item();
        icon.getChildren().clear();
        if (command.icon() != null) {
            icon.getChildren().add(Icons.node(command.icon()));
        }
        category.setText(command.category().title());
        showTitle(ranked.choice().title(), ranked.marked());
        String why = command.obstacle();
        obstacle.setText(why);
        obstacle.setManaged(!why.isEmpty());
        key.setText(command.keyText());
        key.setVisible(!command.keyText().isEmpty());
        key.setManaged(key.isVisible());
        pseudoClassStateChanged(IMPOSSIBLE, !why.isEmpty());
        setAccessibleText(command.category().title() + ": " + command.fullTitle()
                + (command.keyText().isEmpty() ? "" : ", " + command.keyText())
                + (why.isEmpty() ? "" : ". " + why));
        setGraphic(line);
    }

    private void showTitle(String words, BitSet marked) {
        title.getChildren().clear();
        int end = Math.min(LONGEST, words.length());
        int from = 0;
        while (from < end) {
            boolean isMarked = marked.get(from);
            int next = isMarked ? marked.nextClearBit(from) : marked.nextSetBit(from);
            int to = next < 0 ? end : Math.min(next, end);
            title.getChildren().add(piece(words.substring(from, to), isMarked));
            from = to;
        }
        if (end < words.length()) {
            title.getChildren().add(piece("…", false));
        }
    }

    private static Node piece(String words, boolean marked) {
        Text text = new Text(words);
        text.getStyleClass().add(marked ? "command-marked" : "command-plain");
        return text;
    }
}
