package dev.blastradius.ui.cascade.charts;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.DistributionSpec;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.chart.StripSpec;
import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.picture.PictureMenu;
import dev.blastradius.ui.picture.Shown;
import dev.blastradius.ui.results.Studio;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** One chart: its head, the unit of its axis in the gutter at the left, and its picture. */
final class ChartTile extends Region {

    private static final double HEAD = 24;
    private static final double STRIP = 19;
    private static final double LOWEST_STRIPS = 40;
    private static final double UNIT_WIDTH = 62;

    /** A moment that is no more than so many steps past the last one recorded is told as that one. */
    private static final double LATEST = 3;

    private static final double EMPTY = 76;

    private final CascadeChart kind;
    private final CascadeState state;
    private final double magnification;
    private final ChartHead head;
    private final ChartPicture picture;
    private final Label unit = new Label();
    private final Line cursorLine = line("stack-cursor");
    /** What was recorded when the newest chart was made, in seconds: it is made beside the screen. */
    private volatile double madeUpTo = Double.POSITIVE_INFINITY;

    private final Line hoverLine = line("stack-hover");
    private Runnable onHeight = () -> {};
    private double formerHeight = Double.NaN;
    private @Nullable Playback playback;
    private @Nullable Names names;
    private String subject = CascadeChart.ALL;
    /** Whether the user chose the subject, here or by looking at it elsewhere. */
    private boolean isChosen;

    private double reading = Double.NaN;
    private double cursor = Double.NaN;
    private double hover = Double.NaN;

    /**
     * A chart of nothing yet.
     *
     * @param magnification how large letters and lines are: 1 is usual
     */
    ChartTile(CascadeChart kind, CascadeState state, Studio studio, double magnification) {
        this.kind = kind;
        this.state = state;
        this.magnification = magnification;
        // Where it is alone, what it is stands above it already.
        this.head = new ChartHead(magnification > 1 ? "" : kind.heading(), kind.meaning(), this::choose);
        this.picture = new ChartPicture(state, studio, magnification, this::explain);
        setId("cascade-chart-" + kind.key());
        getStyleClass().add("stacked-chart");
        unit.getStyleClass().add("stacked-unit");
        unit.setWrapText(true);
        unit.setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        // The column places it; it lays itself out.
        setManaged(false);
        setFocusTraversable(true);
        PictureMenu.tell(this, this::shown);
        getChildren().setAll(picture, unit, hoverLine, cursorLine, head);
        visibleProperty().addListener((property, before, now) -> {
            if (now) {
                tell();
            }
        });
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setVisible(false);
        return line;
    }

    /** What is to be done when it wants another height than before. */
    void setOnHeight(Runnable action) {
        onHeight = action;
    }

    CascadeChart kind() {
        return kind;
    }

    ChartHead head() {
        return head;
    }

    ChartPicture picture() {
        return picture;
    }

    /** The chart as a picture that can leave the window; null where there is nothing to be seen. */
    @Nullable
    Shown shown() {
        Charted chart = picture.chart();
        return chart == null || chart.isEmpty() ? null : Shown.of(chart);
    }

    /** What it is drawn of. */
    String subject() {
        return subject;
    }

    /**
     * Whether a replication has anything for this chart; if so, shows it.
     *
     * @param isSame whether it is the one that was shown, with more recorded: the subject stays then, else only where somebody chose it
     */
    boolean show(Playback newPlayback, Names newNames, boolean isSame) {
        List<Subject> subjects = kind.subjects(newPlayback, newNames);
        if (subjects.isEmpty()) {
            clear();
            return false;
        }
        boolean isKept = (isSame && playback != null || isChosen) && has(subjects, subject);
        playback = newPlayback;
        names = newNames;
        subject = isKept ? subject : kind.mostTelling(newPlayback, newNames);
        head.offer(subjects, subject);
        remake();
        return true;
    }

    /** Whether a replication, with what is recorded of it now, has something for this chart. */
    boolean isNowPossible(Playback growing) {
        return !kind.subjects(growing, new Names(growing.spec().pipeline())).isEmpty();
    }

    void clear() {
        playback = null;
        names = null;
        head.offer(List.of(), subject);
        picture.setMaker(null);
    }

    /** Draws it of a component or a dependency, where this chart can. */
    void follow(String id) {
        if (!id.isEmpty() && has(head.choice().getItems(), id)) {
            head.offer(head.choice().getItems(), id);
            choose(id);
        }
    }

    private static boolean has(List<Subject> subjects, String id) {
        return subjects.stream().anyMatch(each -> each.id().equals(id));
    }

    private void choose(String id) {
        if (!id.equals(subject)) {
            subject = id;
            isChosen = true;
            remake();
        }
    }

    private void remake() {
        Playback drawn = playback;
        Names called = names;
        String of = subject;
        picture.setMaker(
                drawn == null || called == null
                        ? null
                        : () -> {
                            double upTo = drawn.recorded();
                            Charted chart = kind.chart(drawn, called, of);
                            madeUpTo = upTo;
                            return chart;
                        });
    }

    /** The values at a moment, in seconds, are told; NaN: of none. */
    void tell(double seconds) {
        reading = known(seconds);
        if (isVisible()) {
            tell();
        }
    }

    private void tell() {
        double seconds = reading;
        Charted chart = picture.chart();
        if (chart == null) {
            head.tell(List.of());
            return;
        }
        boolean isKnown = !Double.isNaN(seconds) || !isOverTime();
        head.tell(isKnown ? chart.values(reading) : List.of());
        setAccessibleText(words(chart));
    }

    /** While a replication goes on its latest moment is in a step that has not ended, or is not in the chart yet: then the last that is. */
    private double known(double seconds) {
        Playback read = playback;
        if (read == null || Double.isNaN(seconds)) {
            return seconds;
        }
        double step = read.chronicle().stepSeconds();
        double last = Math.min(read.recorded(), madeUpTo) - step / 2;
        return seconds > last && seconds < read.recorded() + LATEST * step ? last : seconds;
    }

    private String words(Charted chart) {
        if (chart.isEmpty()) {
            return chart.title() + ": " + chart.empty();
        }
        boolean isMoment = chart.isOverTime() && !Double.isNaN(reading);
        String moment = isMoment ? ", at " + Figures.moment(reading) : "";
        List<String> told = isMoment && chart instanceof StripSpec strips ? strips.inWords(reading) : head.told();
        return chart.title() + moment + ": " + String.join("; ", told);
    }

    private void explain() {
        Charted chart = picture.chart();
        ChartTheme theme = state.dark().get() ? ChartTheme.DARK : ChartTheme.LIGHT;
        head.explain(chart == null ? List.of() : chart.legend(), theme);
        unit.setText(unit(chart));
        tell(reading);
        if (Double.compare(height(0), formerHeight) != 0) {
            formerHeight = height(0);
            onHeight.run();
        }
    }

    private static String unit(@Nullable Charted chart) {
        if (chart == null || chart.isEmpty()) {
            return "";
        }
        if (chart instanceof ChartSpec curves) {
            return curves.left().label();
        }
        return chart instanceof DistributionSpec ? "share of answers" : "";
    }

    /** Puts the lines of the cursor and of the mouse where their moments are; a moment that is not seen has none. */
    void placeLines(double newCursor, double newHover) {
        cursor = newCursor;
        hover = newHover;
        placeLines();
    }

    private void placeLines() {
        TimeScale scale = TimeScale.of(state, getWidth());
        place(cursorLine, scale, cursor);
        place(hoverLine, scale, hover);
    }

    private void place(Line line, TimeScale scale, double seconds) {
        boolean isSeen = isOverTime() && seconds >= scale.from() && seconds <= scale.to();
        line.setVisible(isSeen);
        if (isSeen) {
            double x = Math.rint(scale.x(seconds)) + 0.5;
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(picture.getLayoutY());
            line.setEndY(getHeight());
        }
    }

    /** The moment, or the latency, under a place of it, in seconds. */
    double at(double x) {
        TimeScale scale = TimeScale.of(state, getWidth());
        return picture.chart() instanceof DistributionSpec distribution
                ? distribution.latencyAt((x - TimeScale.LEFT) / scale.span())
                : scale.seconds(x);
    }

    /** Whether its axis is the page's time axis. */
    boolean isOverTime() {
        return kind.isOverTime();
    }

    /**
     * How high it wants to be.
     *
     * @param usual how high charts are
     */
    double height(double usual) {
        Charted chart = picture.chart();
        if (chart != null && chart.isEmpty() && magnification == 1) {
            return EMPTY;
        }
        if (chart instanceof StripSpec strips) {
            double rows = Math.max(LOWEST_STRIPS, strips.rows().size() * STRIP + 12);
            return magnification > 1 ? usual : HEAD + rows;
        }
        return usual;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double tall = magnification > 1 ? head.prefHeight(width) : HEAD;
        head.resizeRelocate(0, 0, width, tall);
        picture.resizeRelocate(0, tall, width, Math.max(0, getHeight() - tall));
        double wide = UNIT_WIDTH;
        unit.resizeRelocate(8, tall + 2, wide, Math.min(unit.prefHeight(wide), Math.max(0, getHeight() - tall)));
        placeLines();
    }
}
