package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.guide.Hint;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Commands;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Says over the drawing what a model lacks first, with links that do it; gone as soon as it is there. */
final class CanvasHints extends StackPane {

    /** What each hint offers, by the ids of commands; those that there are not are left out. */
    private static final Map<Hint, List<String>> OFFERS = Map.of(
            Hint.EMPTY, List.of("add-client", "add-service", "add-model", "find-component", "paste", "close"),
            Hint.NO_CLIENT, List.of("add-client"),
            Hint.ALONE, List.of("add-service", "add-model", "find-component"),
            Hint.NO_ARROWS, List.of("connect"),
            Hint.NO_SCENARIO, List.of("break"),
            Hint.NONE, List.of());

    private final Commands commands;
    private final Label title = new Label();
    private final Label words = new Label();
    private final FlowPane links = new FlowPane(12, 2);
    private Hint shown = Hint.NONE;
    private @Nullable Editor shownOf;

    CanvasHints(Commands commands) {
        this.commands = commands;
        setId("hint");
        setPickOnBounds(false);
        setPadding(new Insets(16));
        title.getStyleClass().add("hint-title");
        words.getStyleClass().add("hint-words");
        words.setWrapText(true);
        links.setAlignment(Pos.CENTER);
        links.setPickOnBounds(false);
        VBox card = new VBox(title, words, links);
        card.getStyleClass().add("hint-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setPickOnBounds(false);
        getChildren().add(card);
        setVisible(false);
    }

    /** Shows what the model lacks; nothing where no model is open or where it lacks nothing. */
    void show(@Nullable Editor editor) {
        Hint hint = editor == null ? Hint.NONE : Hint.of(editor.pipeline());
        shownOf = editor;
        if (hint == shown) {
            return;
        }
        shown = hint;
        setVisible(hint != Hint.NONE);
        title.setText(hint.title());
        words.setText(hint.words());
        setAlignment(hint == Hint.EMPTY ? Pos.CENTER : Pos.BOTTOM_CENTER);
        links.getChildren().clear();
        for (String id : OFFERS.getOrDefault(hint, List.of())) {
            commands.fixed().stream()
                    .filter(command -> command.id().equals(id))
                    .forEach(command -> links.getChildren().add(link(command)));
        }
    }

    private Hyperlink link(Command command) {
        Hyperlink link = new Hyperlink(words(command));
        link.setId("hint-" + command.id());
        link.setOnAction(event -> {
            if (shown == Hint.NO_SCENARIO) {
                selectBreakable();
            }
            command.run();
        });
        return link;
    }

    private void selectBreakable() {
        Editor editor = shownOf;
        String component = editor == null ? null : Hint.breakable(editor.pipeline(), editor.selection());
        if (editor != null && component != null) {
            editor.select(Selection.component(component));
        }
    }

    private static String words(Command command) {
        String what = switch (command.id()) {
            case "add-client" -> "Add a client";
            case "add-service" -> "Add a service";
            case "add-model" -> "Add a model";
            case "paste" -> "Paste";
            case "break" -> "Break something…";
            case "close" -> "Open an example";
            default -> command.title();
        };
        return command.keyText().isEmpty() || command.id().equals("close")
                ? what
                : what + " (" + command.keyText() + ")";
    }
}
