package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.scenario.Drag;
import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.editor.scenario.Timeline;
import dev.blastradius.editor.scenario.Timeline.Bar;
import dev.blastradius.editor.scenario.Timeline.Flag;
import dev.blastradius.editor.scenario.Timeline.Track;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.look.Tips;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * The tracks under a ruler, with their bars and flags. Bars that stay are the same nodes from one picture to the next, so that one that is
 * being dragged, or has the keyboard, is not lost. What it shows is said by {@link #show}; what is done there, by others.
 */
final class TrackPane extends Pane {

    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double GAP = 3;
    private static final double LANE = BarNode.HEIGHT + 2 * GAP;
    private static final double FLAGS = 20;
    private static final double SCROLL_BAR = 12;

    private final CascadeState state;
    private final Consumer<BarNode> made;
    private final Ruler ruler = new Ruler();
    private final Pane rows = new Pane();
    private final Pane bars = new Pane();
    private final Rectangle whole = new Rectangle();
    private final Rectangle timeClip = new Rectangle();
    private final Rectangle rowClip = new Rectangle();
    private final Line cursor = new Line();
    private final Region warmup = new Region();
    private final Region ended = new Region();
    private final Label bubble = new Label();
    private final Label nothing = new Label();
    private final ScrollBar bar = new ScrollBar();
    private final Map<Integer, BarNode> nodes = new TreeMap<>();
    private final Map<Integer, FlagNode> flags = new TreeMap<>();
    private final Map<String, Label> names = new LinkedHashMap<>();
    private final Map<String, Region> bands = new LinkedHashMap<>();

    private Timeline timeline = new Timeline(1, 0, List.of(), List.of());
    private List<Window> windows = List.of();
    private int selected = ScenarioEditor.NONE;
    private @Nullable Drag drag;
    private double content;

    /**
     * Tracks of nothing yet.
     *
     * @param made is given each new bar
     */
    TrackPane(CascadeState state, Consumer<BarNode> made) {
        this.state = state;
        this.made = made;
        getStyleClass().add("timeline-tracks");
        setMinSize(TimeScale.LEFT + TimeScale.RIGHT + 60, Ruler.HEIGHT + LANE);
        cursor.getStyleClass().add("timeline-cursor");
        warmup.getStyleClass().add("timeline-warmup");
        ended.getStyleClass().add("timeline-ended");
        bubble.getStyleClass().add("timeline-bubble");
        nothing.getStyleClass().add("timeline-nothing");
        nothing.setWrapText(true);
        List.of(cursor, warmup, ended, bubble, nothing).forEach(each -> each.setMouseTransparent(true));
        bubble.setVisible(false);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setAccessibleText("Scroll the tracks");
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((observable, was, is) -> requestLayout());
        setClip(whole);
        bars.setClip(timeClip);
        rows.setClip(rowClip);
        bars.setPickOnBounds(false);
        getChildren().setAll(rows, warmup, ended, ruler, bars, nothing, cursor, bar, bubble);
        getChildren().forEach(each -> each.setManaged(false));
    }

    /** Shows a scenario. */
    void show(Timeline now, int nowSelected, @Nullable Drag nowDrag) {
        timeline = now;
        windows = List.of();
        selected = nowSelected;
        drag = nowDrag;
        nodes.keySet().removeIf(index -> now.bar(index) == null);
        now.tracks()
                .forEach(track -> track.bars()
                        .forEach(each -> nodes.computeIfAbsent(each.index(), any -> {
                            BarNode fresh = new BarNode(each);
                            made.accept(fresh);
                            return fresh;
                        })));
        flags.keySet().removeIf(step -> now.flags().stream().noneMatch(flag -> flag.step() == step));
        now.flags().forEach(flag -> flags.computeIfAbsent(flag.step(), FlagNode::new));
        refill();
    }

    /** Shows what was broken in a replication that still goes on. */
    void showWindows(List<Window> now, double duration) {
        timeline = new Timeline(duration, 0, List.of(), List.of());
        windows = now;
        selected = ScenarioEditor.NONE;
        drag = null;
        nodes.clear();
        flags.clear();
        refill();
    }

    private void refill() {
        List<Node> wanted = new ArrayList<>(nodes.values());
        nodes.values().forEach(node -> node.setManaged(false));
        flags.values().forEach(node -> node.setManaged(false));
        wanted.addAll(flags.values());
        if (!windows.isEmpty()) {
            windows.forEach(window -> wanted.add(new WindowNode(window)));
        }
        // What stays is not taken out and put in again: it would lose the keyboard.
        bars.getChildren().retainAll(wanted);
        wanted.stream().filter(node -> !bars.getChildren().contains(node)).forEach(bars.getChildren()::add);
        requestLayout();
    }

    /** Says something where there are no tracks; empty: nothing. */
    void sayNothing(String words) {
        nothing.setText(words);
        nothing.setVisible(!words.isEmpty());
    }

    /** The present scale. */
    TimeScale scale() {
        return TimeScale.of(state, getWidth());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        TimeScale scale = scale();
        double right = width - TimeScale.RIGHT;
        set(whole, 0, 0, width, height);
        set(timeClip, TimeScale.LEFT, Ruler.HEIGHT - 1, right - TimeScale.LEFT, height);
        set(rowClip, 0, Ruler.HEIGHT, width, height);
        List<Pane> parts = List.of(rows, bars, ruler);
        parts.forEach(part -> part.resizeRelocate(0, 0, width, height));
        content = Ruler.HEIGHT + flagsHeight() + tracksHeight();
        scroll(width, height);
        ruler.show(scale, height);
        shade(warmup, scale, 0, timeline.warmup(), right, height);
        shade(ended, scale, timeline.duration(), Math.max(state.to().get(), timeline.duration()), right, height);
        double y = Ruler.HEIGHT + flagsHeight() - Math.rint(bar.getValue());
        List<String> seen = new ArrayList<>();
        if (windows.isEmpty()) {
            for (Track track : timeline.tracks()) {
                seen.add(track.target().toString());
                placeTrack(track, scale, y);
                y += height(track);
            }
        } else {
            placeWindows(scale, y, seen);
        }
        forget(seen);
        placeFlags(scale);
        placeCursor();
        nothing.resizeRelocate(
                TimeScale.LEFT + 8,
                Ruler.HEIGHT + 4,
                Math.max(40, right - TimeScale.LEFT - 16),
                height - Ruler.HEIGHT - 8);
    }

    private static void set(Rectangle clip, double x, double y, double width, double height) {
        clip.setX(x);
        clip.setY(y);
        clip.setWidth(Math.max(0, width));
        clip.setHeight(Math.max(0, height));
    }

    private void shade(Region shade, TimeScale scale, double from, double to, double right, double height) {
        double start = Math.max(TimeScale.LEFT, Math.min(right, scale.x(from)));
        double end = Math.max(TimeScale.LEFT, Math.min(right, scale.x(to)));
        shade.setVisible(end > start);
        shade.resizeRelocate(start, Ruler.HEIGHT, end - start, height - Ruler.HEIGHT);
    }

    private void scroll(double width, double height) {
        double hidden = Math.max(0, content - height);
        bar.setVisible(hidden > 0);
        bar.setMax(hidden);
        bar.setVisibleAmount(hidden <= 0 ? 0 : hidden * height / content);
        bar.setUnitIncrement(LANE);
        if (bar.getValue() > hidden) {
            bar.setValue(hidden);
        }
        bar.resizeRelocate(width - SCROLL_BAR, Ruler.HEIGHT, SCROLL_BAR, height - Ruler.HEIGHT);
    }

    /** Scrolls by so many pixels, downwards above 0. */
    void scrollBy(double pixels) {
        bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() + pixels)));
    }

    /** Scrolls so that a bar is seen. */
    void reveal(int index) {
        BarNode node = nodes.get(index);
        if (node != null && node.getLayoutY() < Ruler.HEIGHT) {
            scrollBy(node.getLayoutY() - Ruler.HEIGHT - GAP);
        } else if (node != null && node.getLayoutY() + LANE > getHeight()) {
            scrollBy(node.getLayoutY() + LANE - getHeight());
        }
    }

    private double flagsHeight() {
        return timeline.flags().isEmpty() ? 0 : FLAGS;
    }

    private double tracksHeight() {
        return windows.isEmpty()
                ? timeline.tracks().stream().mapToDouble(TrackPane::height).sum()
                : LANE * windows.stream().map(Window::label).distinct().count();
    }

    private static double height(Track track) {
        return track.lanes() * LANE;
    }

    private void placeTrack(Track track, TimeScale scale, double y) {
        String key = track.target().toString();
        band(key, y, height(track));
        String words = track.name() + "\n" + track.matches();
        name(key, track.name(), words, !track.known(), y);
        for (Bar each : track.bars()) {
            BarNode node = nodes.get(each.index());
            if (node != null) {
                boolean held = drag != null && drag.grip() != Drag.Grip.FLAG && drag.index() == each.index();
                boolean refused = held && drag != null && !drag.obstacle().isEmpty();
                node.show(each, track, scale, y + GAP + each.lane() * LANE, each.index() == selected || held, refused);
            }
        }
    }

    private void band(String key, double y, double height) {
        Region band = bands.computeIfAbsent(key, any -> {
            Region fresh = new Region();
            fresh.getStyleClass().add("timeline-band");
            fresh.setManaged(false);
            rows.getChildren().add(0, fresh);
            return fresh;
        });
        band.resizeRelocate(0, y, getWidth() - TimeScale.RIGHT, height);
    }

    private void name(String key, String text, String tip, boolean unknown, double y) {
        Label name = names.computeIfAbsent(key, any -> {
            Label fresh = new Label();
            fresh.getStyleClass().add("timeline-name");
            fresh.setManaged(false);
            fresh.setTooltip(Tips.tip(fresh, ""));
            rows.getChildren().add(fresh);
            return fresh;
        });
        name.setText(text);
        Tooltip tooltip = name.getTooltip();
        if (tooltip != null) {
            tooltip.setText(tip);
        }
        name.setAccessibleText(tip.replace('\n', ','));
        name.pseudoClassStateChanged(UNKNOWN, unknown);
        name.resizeRelocate(0, y, TimeScale.LEFT - 6, LANE);
    }

    private void forget(List<String> seen) {
        List.of(names, bands)
                .forEach(map -> map.entrySet().removeIf(each -> {
                    boolean gone = !seen.contains(each.getKey());
                    if (gone) {
                        rows.getChildren().remove(each.getValue());
                    }
                    return gone;
                }));
    }

    private void placeWindows(TimeScale scale, double top, List<String> seen) {
        for (Node node : bars.getChildren()) {
            if (node instanceof WindowNode each) {
                String label = each.window().label();
                int row = seen.indexOf(label);
                if (row < 0) {
                    seen.add(label);
                    row = seen.size() - 1;
                }
                double y = top + row * LANE;
                String[] parts = label.split(": ", 2);
                band(label, y, LANE);
                name(label, parts[0], label, false, y);
                each.show(scale, y + GAP, parts[parts.length - 1]);
            }
        }
    }

    private void placeFlags(TimeScale scale) {
        for (Flag flag : timeline.flags()) {
            FlagNode node = flags.get(flag.step());
            if (node != null) {
                node.show(flag, scale, Ruler.HEIGHT - Math.rint(bar.getValue()), getHeight());
            }
        }
    }

    /** Draws the cursor's line. */
    void placeCursor() {
        double at = state.cursor().get();
        TimeScale scale = scale();
        boolean seen = at >= scale.from() && at <= scale.to();
        cursor.setVisible(seen);
        if (seen) {
            double x = Math.rint(scale.x(at)) + 0.5;
            cursor.setStartX(x);
            cursor.setEndX(x);
            cursor.setStartY(0);
            cursor.setEndY(getHeight());
        }
    }

    /** Says something beside the pointer; empty: nothing. */
    void bubble(String words, boolean refused, double x, double y) {
        bubble.setVisible(!words.isEmpty());
        if (!words.isEmpty()) {
            bubble.setText(words);
            bubble.pseudoClassStateChanged(REFUSED, refused);
            bubble.applyCss();
            double width = Math.min(getWidth() - TimeScale.LEFT, bubble.prefWidth(-1));
            double height = bubble.prefHeight(width);
            double left = Math.max(TimeScale.LEFT, Math.min(getWidth() - width - 4, x + 14));
            double top = y + 18 + height > getHeight() ? y - height - 8 : y + 18;
            bubble.resizeRelocate(left, Math.max(0, top), width, height);
        }
    }

    /** The track at a height; null: none. */
    @Nullable
    Track trackAt(double y) {
        double top = Ruler.HEIGHT + flagsHeight() - bar.getValue();
        for (Track track : timeline.tracks()) {
            if (y >= top && y < top + height(track)) {
                return track;
            }
            top += height(track);
        }
        return null;
    }

    /** The bar of a fault; null: none. */
    @Nullable
    BarNode bar(int index) {
        return nodes.get(index);
    }

    /** The flag of a step; null: none. */
    @Nullable
    FlagNode flag(int step) {
        return flags.get(step);
    }

    /** The names at the left, from the top down. */
    List<String> trackNames() {
        return names.values().stream().map(Label::getText).toList();
    }
}
