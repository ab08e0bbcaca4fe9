package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.scenario.Drag;
import dev.blastradius.editor.scenario.Drag.Grip;
import dev.blastradius.editor.scenario.Drag.Way;
import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.editor.scenario.Timeline;
import dev.blastradius.editor.scenario.Timeline.Track;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import java.util.List;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** What keys do on the tracks, to the selected bar or to the flag that has the keyboard. */
final class TrackKeys {

    private static final double FINE = 0.1;

    private final FaultDesk desk;
    private final TrackPane tracks;
    private final TrackHands hands;

    TrackKeys(FaultDesk desk, TrackPane tracks, TrackHands hands) {
        this.desk = desk;
        this.tracks = tracks;
        this.hands = hands;
        tracks.setFocusTraversable(true);
        tracks.setAccessibleRole(AccessibleRole.NODE);
        tracks.setAccessibleText("Timeline of the scenario");
        tracks.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        tracks.addEventHandler(KeyEvent.KEY_RELEASED, this::released);
    }

    private void pressed(KeyEvent event) {
        boolean done = event.getCode() == KeyCode.ESCAPE
                ? escape()
                : event.isShortcutDown() ? shortcut(event.getCode()) : plain(event);
        if (done) {
            event.consume();
        }
    }

    private boolean escape() {
        if (hands.giveUp()) {
            return true;
        }
        boolean any = desk.selected() != ScenarioEditor.NONE;
        desk.select(ScenarioEditor.NONE);
        tracks.requestFocus();
        return any;
    }

    private boolean shortcut(KeyCode code) {
        return switch (code) {
            case D -> act(ScenarioEditor::duplicate);
            case X -> act(ScenarioEditor::cut);
            case C ->
                act(editing -> {
                    editing.copy();
                    return "";
                });
            case V -> act(editing -> editing.paste(desk.state().cursor().get()));
            default -> false;
        };
    }

    private boolean plain(KeyEvent event) {
        double step = hands.step() * (event.isAltDown() ? FINE : 1);
        return switch (event.getCode()) {
            case LEFT -> sideways(-step);
            case RIGHT -> sideways(step);
            case UP -> event.isShiftDown() ? act(editing -> editing.aimAtTrack(-1)) : neighbour(-1);
            case DOWN -> event.isShiftDown() ? act(editing -> editing.aimAtTrack(1)) : neighbour(1);
            case PLUS, EQUALS, ADD -> act(editing -> editing.stretch(step));
            case MINUS, SUBTRACT -> act(editing -> editing.stretch(-step));
            case DELETE, BACK_SPACE -> act(ScenarioEditor::delete);
            case INSERT -> insert();
            default -> false;
        };
    }

    private boolean act(Function<ScenarioEditor, String> action) {
        desk.act(action);
        hands.focusSelected();
        return true;
    }

    private boolean sideways(double by) {
        Node owner = tracks.getScene() == null ? null : tracks.getScene().getFocusOwner();
        if (owner instanceof FlagNode flag) {
            desk.act(editing -> moveFlag(editing, flag.step(), by));
            FlagNode now = tracks.flag(flag.step());
            if (now != null) {
                now.requestFocus();
            }
            return true;
        }
        return desk.selected() != ScenarioEditor.NONE && act(editing -> editing.nudge(by));
    }

    private static String moveFlag(ScenarioEditor editing, int step, double by) {
        Timeline.Flag flag = editing.timeline().flags().stream()
                .filter(each -> each.step() == step)
                .findFirst()
                .orElse(null);
        if (flag == null) {
            return "";
        }
        Drag drag = editing.drag(Grip.FLAG, step, flag.at());
        drag.move(flag.at() + by, null, new Way(Math.abs(by), true, false, false));
        return drag.drop();
    }

    /** Goes to the next bar, as they stand from the top down and from left to right. */
    private boolean neighbour(int by) {
        ScenarioEditor scenario = desk.scenario();
        if (scenario == null) {
            return false;
        }
        List<Integer> order = scenario.timeline().tracks().stream()
                .flatMap(track -> track.bars().stream()
                        .sorted((one, other) -> Double.compare(one.from(), other.from()))
                        .map(Timeline.Bar::index))
                .toList();
        int at = order.indexOf(desk.selected());
        int to = at < 0 ? (by > 0 ? 0 : order.size() - 1) : at + by;
        if (to >= 0 && to < order.size()) {
            desk.select(order.get(to));
            hands.focusSelected();
        }
        return true;
    }

    /** Draws a new fault on the selected one's track, else on the first. */
    private boolean insert() {
        Fault fault = desk.selectedFault();
        ScenarioEditor scenario = desk.scenario();
        Target target = fault == null ? first(scenario) : fault.target();
        if (target == null) {
            return false;
        }
        return act(editing -> editing.add(target, desk.begin()));
    }

    private static @Nullable Target first(@Nullable ScenarioEditor scenario) {
        return scenario == null
                ? null
                : scenario.timeline().tracks().stream()
                        .map(Track::target)
                        .findFirst()
                        .orElse(null);
    }

    private void released(KeyEvent event) {
        ScenarioEditor scenario = desk.scenario();
        if (scenario != null) {
            scenario.settle();
        }
    }
}
