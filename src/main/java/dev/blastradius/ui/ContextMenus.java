package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Board;
import dev.blastradius.editor.board.BoardEvent;
import dev.blastradius.editor.board.Placed;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.ui.canvas.GraphCanvas;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Commands;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done with what is selected, as a menu beside it: by the right button, the menu key or Shift+F10. */
final class ContextMenus {

    private static final String LINE = "-";
    private static final List<String> SELECT =
            List.of("select-called", "select-callers", LINE, "select-downstream", "select-upstream", "select-alike");
    private static final List<String> ALIGN =
            List.of("align-left", "align-centre", "align-right", LINE, "align-top", "align-middle", "align-bottom");
    private static final List<String> ONE_BOX = List.of(
            "rename",
            "connect",
            "break",
            LINE,
            "cut",
            "copy",
            "paste-settings",
            "duplicate",
            "delete",
            LINE,
            "> Select",
            LINE,
            "zoom-selection",
            "properties");
    private static final List<String> ONE_ARROW = List.of(
            "properties",
            "add-fallback",
            "> Policy",
            "mode",
            LINE,
            "lead-caller",
            "lead-callee",
            "reverse",
            LINE,
            "copy",
            "paste-settings",
            "delete",
            LINE,
            "> Select",
            LINE,
            "break");
    private static final List<String> SEVERAL = List.of(
            "> Align",
            "distribute-horizontally",
            "distribute-vertically",
            "stack-column",
            "stack-row",
            LINE,
            "cut",
            "copy",
            "paste-settings",
            "duplicate",
            "delete",
            LINE,
            "> Select",
            "zoom-selection");
    private static final List<String> EMPTY = List.of(
            "> Add",
            "paste-here",
            LINE,
            "select-all",
            "arrange",
            "fit",
            LINE,
            "copy-picture",
            "save-picture-svg",
            "save-picture-png",
            LINE,
            "find",
            "all-commands");

    private final GraphCanvas canvas;
    private final Supplier<@Nullable Editor> editor;
    private final Commands commands;
    private final ClipActions clips;
    private final ContextMenu menu = new ContextMenu();

    /**
     * The menus of a canvas.
     *
     * @param editor of the open model; null where none is open
     */
    ContextMenus(GraphCanvas canvas, Supplier<@Nullable Editor> editor, Commands commands, ClipActions clips) {
        this.canvas = canvas;
        this.editor = editor;
        this.commands = commands;
        this.clips = clips;
        menu.setId("context-menu");
        canvas.onEvent(event -> {
            if (event instanceof BoardEvent.MenuAsked asked) {
                show(new Point(asked.x(), asked.y()));
            } else if (event instanceof BoardEvent.FieldsAsked) {
                // After the press that asks for them has given the keyboard to the drawing.
                Platform.runLater(commands.get("properties")::run);
            }
        });
    }

    /** Shows the menu of what is selected beside it; in the middle of the canvas where nothing is. */
    void showAtSelection() {
        canvas.revealSelection();
        Rect around = canvas.aroundSelection();
        Point at = around == null
                ? new Point(canvas.getWidth() / 2, canvas.getHeight() / 2)
                : canvas.viewport().toScreen(new Point(around.centerX(), around.centerY()));
        show(at);
    }

    private void show(Point at) {
        Editor current = editor.get();
        if (current == null || canvas.getScene() == null) {
            return;
        }
        menu.hide();
        menu.getItems().clear();
        Point inDrawing = canvas.viewport().toDrawing(at.x(), at.y());
        for (String item : items(current.selection())) {
            menu.getItems().add(item(item, inDrawing));
        }
        Point2D screen = canvas.localToScreen(at.x(), at.y());
        menu.show(canvas, screen.getX(), screen.getY());
    }

    private static List<String> items(Selection selection) {
        if (selection.isEmpty()) {
            return EMPTY;
        }
        if (selection.onlyComponent() != null) {
            return ONE_BOX;
        }
        return selection.components().isEmpty() && selection.onlyDependency() != null ? ONE_ARROW : SEVERAL;
    }

    private MenuItem item(String name, Point at) {
        return switch (name) {
            case LINE -> new SeparatorMenuItem();
            case "> Select" -> submenu("Select", SELECT);
            case "> Align" -> submenu("Align", ALIGN);
            case "> Policy" -> policies();
            case "> Add" -> add(at);
            case "paste-here" -> pasteHere(at);
            default -> commands.get(name).menuItem();
        };
    }

    private Menu submenu(String title, List<String> names) {
        Menu sub = new Menu(title);
        for (String name : names) {
            sub.getItems()
                    .add(
                            name.equals(LINE)
                                    ? new SeparatorMenuItem()
                                    : commands.get(name).menuItem());
        }
        return sub;
    }

    private Menu policies() {
        Menu sub = new Menu("Add or remove a policy");
        commands.fixed().stream()
                .filter(command -> command.id().startsWith(PolicyCommands.PREFIX))
                .forEach(command -> sub.getItems().add(command.menuItem()));
        return sub;
    }

    /** What is added goes where the menu was asked for. */
    private Menu add(Point at) {
        Menu sub = new Menu("Add here");
        for (Kind<? extends Component> kind : Kinds.ALL) {
            MenuItem item = new MenuItem(kind.title(), Icons.node(Icons.of(kind)));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> {
                Board board = canvas.board();
                if (board != null) {
                    board.addAt(Placed.of(kind), at);
                }
            });
            sub.getItems().add(item);
        }
        return sub;
    }

    private MenuItem pasteHere(Point at) {
        Command paste = commands.get("paste");
        MenuItem item = paste.menuItem();
        item.textProperty().unbind();
        item.setText("Paste here");
        item.setOnAction(event -> clips.paste(at));
        item.disableProperty().unbind();
        item.setDisable(!ClipActions.holdsModel());
        return item;
    }
}
