package dev.blastradius.editor.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Pointer.Button;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody without a plan: presses, drags, keys and commands in any order, in the middle of each other. What must hold is what no
 * gesture may break.
 */
class RandomHandsTest {

    private static final int CHECKED_EVERY = 250;

    /** So many boxes that every gesture has something to happen on, and so few that they meet. */
    private static final int MOST_COMPONENTS = 9;

    private static final int MOST_ARROWS = 12;

    @ParameterizedTest
    @CsvSource({"1,4000", "2,500", "3,500"})
    void whateverIsDoneTheModelStaysValidAndUndoLeadsBackToTheFirstAndRedoToTheLast(long seed, int actions) {
        Hands hands = new Hands(seed);
        Editor editor = hands.driver.editor;
        Pipeline first = editor.drawn();
        for (int i = 1; i <= actions; i++) {
            hands.act();
            if (i % CHECKED_EVERY == 0) {
                hands.check("seed " + seed + ", action " + i);
            }
        }
        hands.driver.board.cancel();
        while (editor.canRedo()) {
            editor.redo();
        }
        Pipeline last = editor.drawn();
        while (editor.canUndo()) {
            editor.undo();
        }
        assertEquals(first, editor.drawn());
        hands.check("at the first");
        while (editor.canRedo()) {
            editor.redo();
        }
        assertEquals(last, editor.drawn());
        hands.check("at the last");
    }

    /** Hands that do the next best thing. */
    private static final class Hands {

        private final EditorDriver driver = new EditorDriver(Models.BOT);
        private final Board board = driver.board;
        private final Editor editor = driver.editor;
        private final SplittableRandom random;

        Hands(long seed) {
            random = new SplittableRandom(seed);
        }

        void act() {
            int choice = random.nextInt(100);
            if (editor.pipeline().arrows().size() > MOST_ARROWS) {
                editor.select(new Selection(Set.of(), editor.pipeline().arrows().keySet()));
                editor.deleteSelection();
            } else if (choice < 25) {
                gesture();
            } else if (choice < 65) {
                pointer(random.nextInt(55));
            } else if (choice < 80) {
                key();
            } else {
                command();
            }
        }

        /** A whole one, as people mostly make them. */
        private void gesture() {
            board.press(somewhere());
            for (int i = random.nextInt(4); i > 0; i--) {
                board.drag(somewhere());
            }
            board.release(somewhere());
        }

        private void pointer(int choice) {
            Pointer at = somewhere();
            if (choice < 15) {
                board.press(at);
            } else if (choice < 38) {
                board.drag(at);
            } else if (choice < 52) {
                board.release(at);
            } else if (choice == 52) {
                board.scroll(at, random.nextDouble(-60, 60), random.nextDouble(-60, 60));
            } else if (choice == 53) {
                board.tick(0.05);
            } else {
                board.move(at);
            }
        }

        private Pointer somewhere() {
            Point at = driver.viewport.toScreen(place());
            Button button =
                    random.nextInt(12) == 0 ? Button.values()[random.nextInt(Button.values().length)] : Button.PRIMARY;
            return new Pointer(at.x(), at.y(), button, chance(8), chance(10), chance(8), chance(25), chance(8) ? 2 : 1);
        }

        private boolean chance(int in) {
            return random.nextInt(in) == 0;
        }

        private Point place() {
            List<Rect> boxes = List.copyOf(board.drawing().boxes().values());
            List<Route> arrows = List.copyOf(board.drawing().arrows().values());
            int choice = random.nextInt(10);
            if (choice < 3 && !boxes.isEmpty()) {
                Rect box = boxes.get(random.nextInt(boxes.size()));
                return new Point(box.centerX() + random.nextInt(-20, 21), box.centerY() + random.nextInt(-10, 11));
            }
            if (choice < 6 && !boxes.isEmpty()) {
                Rect box = boxes.get(random.nextInt(boxes.size()));
                return new Point(box.right(), box.centerY());
            }
            if (choice < 9 && !arrows.isEmpty()) {
                Route route = arrows.get(random.nextInt(arrows.size()));
                return chance(2)
                        ? Hit.middle(route)
                        : chance(2) ? Hit.atEnd(driver.board, route) : Hit.atStart(driver.board, route);
            }
            return new Point(random.nextInt(-100, 1_100), random.nextInt(-100, 800));
        }

        private void key() {
            Key.Code code = Key.Code.values()[random.nextInt(Key.Code.values().length)];
            board.key(new Key(code, chance(4), chance(12), chance(5)));
        }

        private void command() {
            switch (random.nextInt(16)) {
                case 0 -> editor.undo();
                case 1 -> editor.redo();
                case 2 -> deleteSome();
                case 3, 15 -> board.key(Key.of(Key.Code.ENTER));
                case 4 -> board.connectByKeys();
                case 5 -> board.addFallbackByKeys();
                case 6 -> board.leadByKeys(chance(2));
                case 7 -> board.editLabel();
                case 8 ->
                    board.enter(List.of("", " Other ", "opus", "x".repeat(300)).get(random.nextInt(4)));
                case 9, 10 -> add();
                case 11 -> board.place(placed());
                case 12 -> addWhereDropped();
                case 13 -> editor.chooseStrategy(chance(3) ? "quick" : "as-drawn");
                default -> board.stopPlacing();
            }
        }

        private void deleteSome() {
            if (editor.selection().components().size() < 3) {
                editor.deleteSelection();
            }
        }

        private boolean isFull() {
            return editor.pipeline().components().size() >= MOST_COMPONENTS;
        }

        private Placed placed() {
            List<Preset> presets = Presets.all();
            return chance(3)
                    ? Placed.of(presets.get(random.nextInt(presets.size())))
                    : Placed.of(Kinds.ALL.get(random.nextInt(Kinds.ALL.size())));
        }

        private void add() {
            if (!isFull()) {
                board.add(placed());
            }
        }

        private void addWhereDropped() {
            for (BoardEvent event : driver.events) {
                if (!isFull() && event instanceof BoardEvent.DroppedInTheVoid dropped) {
                    board.addConnected(placed(), dropped);
                }
            }
            driver.events.clear();
        }

        void check(String when) {
            List<Problem> errors = ModelReader.check(editor.drawn()).stream()
                    .filter(Problem::isError)
                    .toList();
            assertEquals(List.of(), errors, when);
            assertEquals(
                    editor.pipeline().components().keySet(),
                    board.drawing().boxes().keySet(),
                    when);
            assertEquals(
                    editor.pipeline().arrows().keySet(),
                    board.drawing().arrows().keySet(),
                    when);
        }
    }
}
