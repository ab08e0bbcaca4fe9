package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Ink;
import dev.blastradius.editor.scenario.EffectWords;
import dev.blastradius.editor.scenario.TidyTime;
import dev.blastradius.editor.scenario.Timeline;
import dev.blastradius.editor.scenario.Timeline.Bar;
import dev.blastradius.editor.scenario.Timeline.Flag;
import dev.blastradius.editor.scenario.Timeline.Track;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.document.Illustration;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scenario as a timeline: what is broken when and how, and what people do meanwhile. */
public final class ScenarioIllustration implements Illustration {

    private static final double WIDTH = PipelinePlan.WIDTH;
    private static final double MARGIN = 12;
    private static final double TOP = 24;
    private static final double LANE = 30;
    private static final double BAR = 20;
    private static final double AXIS = 26;
    private static final double LINE = 16;
    private static final double NAME = 10.5;
    private static final double SMALL = 9.2;
    private static final double WORDS = 9.6;
    private static final double WIDEST_NAME = 190;
    private static final int MOST_TICKS = 9;

    /** So many steps of a runbook are listed; the others are counted. */
    private static final int MOST_FLAGS = 12;

    /** A fault that comes and goes more often than this is drawn as one. */
    private static final int MOST_FLAPS = 60;

    private final Timeline timeline;
    private final double duration;
    private final double warmup;
    private final double left;

    private ScenarioIllustration(Timeline timeline, double duration, double warmup) {
        this.timeline = timeline;
        this.duration = duration;
        this.warmup = warmup;
        double widest = 90;
        for (Track track : timeline.tracks()) {
            widest = Math.max(widest, PictureFont.width(PictureFont.bold(NAME, track.name()), track.name()));
            widest = Math.max(widest, PictureFont.width(PictureFont.plain(SMALL, track.matches()), track.matches()));
        }
        left = MARGIN + Math.min(WIDEST_NAME, widest) + 10;
    }

    /**
     * A scenario of a pipeline.
     *
     * @param scenario its id; a timeline without bars where the pipeline has no such scenario
     * @param strategy the strategy whose runbook is shown; null: none
     * @param duration how long the run lasts, in seconds; above 0
     * @param warmup how long it is not measured, in seconds
     */
    public static ScenarioIllustration of(
            Pipeline pipeline, String scenario, @Nullable String strategy, double duration, double warmup) {
        String followed = strategy == null ? Strategy.AS_DRAWN : strategy;
        return new ScenarioIllustration(Timeline.of(pipeline, scenario, followed, List.of()), duration, warmup);
    }

    /** What it says, in words. */
    public String words() {
        StringBuilder words = new StringBuilder("The run lasts " + TidyTime.words(duration));
        words.append(warmup > 0 ? ", of which the first " + TidyTime.words(warmup) + " are not measured." : ".");
        if (timeline.tracks().isEmpty()) {
            words.append(" Nothing is broken.");
        }
        for (Track track : timeline.tracks()) {
            for (Bar bar : track.bars()) {
                words.append(' ')
                        .append(track.name())
                        .append(track.target().tags() == null ? ", " : " (" + track.matches() + "), ")
                        .append(times(bar))
                        .append(": ")
                        .append(effect(bar))
                        .append('.');
            }
        }
        for (Flag flag : timeline.flags()) {
            words.append(" At ")
                    .append(Clock.text(flag.at()))
                    .append(" people ")
                    .append(flag.words())
                    .append('.');
        }
        return words.toString();
    }

    private String times(Bar bar) {
        return bar.isOpenEnded()
                ? "from " + Clock.text(bar.from()) + " to the end"
                : "from " + Clock.text(bar.from()) + " to " + Clock.text(bar.to());
    }

    private static String effect(Bar bar) {
        Fault fault = bar.fault();
        String words = EffectWords.of(fault);
        if (bar.ramp() > 0) {
            words += ", at full strength after " + TidyTime.words(bar.ramp());
        }
        Fault.Flap flap = fault.flap();
        return flap == null
                ? words
                : words + ", " + TidyTime.words(flap.on().seconds()) + " on and "
                        + TidyTime.words(flap.off().seconds()) + " off in turn";
    }

    @Override
    public double width() {
        return WIDTH;
    }

    @Override
    public double height() {
        int flags = Math.min(MOST_FLAGS + 1, timeline.flags().size());
        return TOP + tracksHeight() + AXIS + (flags == 0 ? 0 : LINE * flags + 10) + 6;
    }

    private double tracksHeight() {
        int lanes = timeline.tracks().stream().mapToInt(Track::lanes).sum();
        return LANE * Math.max(1, lanes) + 6;
    }

    @Override
    public void paint(Graphics2D graphics, ChartTheme theme) {
        Brush brush = new Brush(graphics, theme);
        brush.fill(new Rectangle2D.Double(0, 0, width(), height()), theme.background());
        double bottom = TOP + tracksHeight();
        ground(brush, bottom);
        double y = TOP + 3;
        for (Track track : timeline.tracks()) {
            track(brush, track, y);
            y += LANE * track.lanes();
            brush.draw(new Line2D.Double(MARGIN, y, WIDTH - MARGIN, y), theme.grid(), 0.7);
        }
        if (timeline.tracks().isEmpty()) {
            String nothing = "Nothing is broken";
            brush.write(nothing, PictureFont.plain(NAME, nothing), theme.muted(), left + 8, TOP + 20);
        }
        flags(brush, bottom);
    }

    /** The warm-up and the axis of time. */
    private void ground(Brush brush, double bottom) {
        ChartTheme theme = brush.theme();
        if (warmup > 0) {
            brush.fill(
                    new Rectangle2D.Double(left, TOP, x(warmup) - left, bottom - TOP), Brush.pale(theme.muted(), 0.13));
            String words = "warm-up, not measured";
            Font font = PictureFont.plain(SMALL, words);
            String fitting =
                    PictureFont.width(font, words) > x(warmup) - left && warmup < duration / 2 ? "warm-up" : words;
            brush.write(fitting, font, theme.muted(), left + 2, TOP - 5);
        }
        double distance = TimeTicks.distance(duration, MOST_TICKS);
        for (int tick = 0; tick * distance <= duration * (1 + 1e-9); tick++) {
            double at = x(tick * distance);
            brush.draw(new Line2D.Double(at, TOP, at, bottom + 4), theme.grid(), 0.9);
            String label = Clock.text(tick * distance);
            brush.writeCentred(label, PictureFont.plain(SMALL, label), theme.muted(), at, bottom + 15);
        }
        brush.draw(new Line2D.Double(left, bottom, WIDTH - MARGIN, bottom), theme.muted(), 0.9);
        String unit = duration >= 3_600 ? "h:min:s" : "min:s";
        brush.write("time, " + unit, PictureFont.plain(SMALL, unit), theme.muted(), MARGIN, bottom + 15);
    }

    private void track(Brush brush, Track track, double top) {
        ChartTheme theme = brush.theme();
        double room = left - MARGIN - 10;
        Font bold = PictureFont.bold(NAME, track.name());
        brush.write(PictureFont.fitting(bold, track.name(), room), bold, theme.text(), MARGIN, top + 12.5);
        Font small = PictureFont.plain(SMALL, track.matches());
        brush.write(PictureFont.fitting(small, track.matches(), room), small, theme.muted(), MARGIN, top + 24);
        for (Bar bar : track.bars()) {
            bar(brush, bar, track.bars(), top + LANE * bar.lane() + (LANE - BAR) / 2);
        }
    }

    private void bar(Brush brush, Bar bar, List<Bar> all, double top) {
        double from = x(bar.from());
        double to = Math.max(from + 2, x(end(bar)));
        Color color = color(EffectWords.sort(bar.fault()), brush.theme());
        Area area = shape(bar, from, to, top);
        brush.fill(area, Brush.pale(color, 0.28));
        brush.draw(area, color, 1.3);
        String words = effect(bar);
        Font font = PictureFont.plain(WORDS, words);
        double width = PictureFont.width(font, words);
        double baseline = top + BAR / 2 + 3.4;
        double full = bar.ramp() > 0 ? Math.min(to, x(Math.min(end(bar), bar.from() + bar.ramp()))) : from;
        double inside = to - full - 10;
        if (width <= inside) {
            brush.write(words, font, brush.theme().text(), full + 6, baseline);
            return;
        }
        double next = WIDTH - MARGIN;
        double before = left;
        for (Bar other : all) {
            if (other.lane() == bar.lane() && other.from() > bar.from()) {
                next = Math.min(next, x(other.from()));
            } else if (other.lane() == bar.lane() && other.from() < bar.from()) {
                before = Math.max(before, x(end(other)));
            }
        }
        double after = next - to - 8;
        double ahead = from - before - 8;
        boolean toTheRight = width <= after || after >= ahead;
        if (inside > Math.max(after, ahead)) {
            brush.write(
                    PictureFont.fitting(font, words, inside),
                    font,
                    brush.theme().text(),
                    full + 6,
                    baseline);
            return;
        }
        String fitting = PictureFont.fitting(font, words, toTheRight ? after : ahead);
        double start = toTheRight ? to + 5 : from - 5 - PictureFont.width(font, fitting);
        brush.write(fitting, font, brush.theme().text(), start, baseline);
    }

    /** A bar that rises as its fault gets stronger, and is broken where that comes and goes. */
    private Area shape(Bar bar, double from, double to, double top) {
        Area area = new Area(new RoundRectangle2D.Double(from, top, to - from, BAR, 5, 5));
        if (bar.ramp() > 0) {
            double full = Math.min(to, x(Math.min(end(bar), bar.from() + bar.ramp())));
            Path2D missing = new Path2D.Double();
            missing.moveTo(from - 1, top - 1);
            missing.lineTo(full, top - 1);
            missing.lineTo(from - 1, top + BAR);
            missing.closePath();
            area.subtract(new Area(missing));
        }
        Fault.Flap flap = bar.fault().flap();
        if (flap != null) {
            double on = flap.on().seconds();
            double cycle = on + flap.off().seconds();
            if ((end(bar) - bar.from()) / cycle <= MOST_FLAPS) {
                for (double at = bar.from(); at < end(bar); at += cycle) {
                    double away = x(Math.min(end(bar), at + on));
                    double back = x(Math.min(end(bar), at + cycle));
                    area.subtract(new Area(new Rectangle2D.Double(away, top + 2, back - away, BAR - 4)));
                }
            }
        }
        return area;
    }

    /** What people do: a line through the tracks for each step, and the list of them. */
    private void flags(Brush brush, double bottom) {
        ChartTheme theme = brush.theme();
        double y = bottom + AXIS + 12;
        int number = 0;
        for (Flag flag : timeline.flags()) {
            number++;
            if (number > MOST_FLAGS) {
                String more = "… and " + (timeline.flags().size() - MOST_FLAGS) + " more steps";
                brush.write(more, PictureFont.plain(WORDS, more), theme.muted(), MARGIN + 20, y);
                return;
            }
            if (flag.at() <= duration) {
                double at = x(flag.at());
                brush.draw(new Line2D.Double(at, TOP - 8, at, bottom), theme.text(), 1.2, 4f, 3f);
                number(brush, number, at, TOP - 12);
            }
            number(brush, number, MARGIN + 8, y - 3.4);
            String when = Clock.text(flag.at()) + (flag.at() > duration ? " (after the run's end)" : "");
            Font bold = PictureFont.bold(WORDS, when);
            brush.write(when, bold, theme.text(), MARGIN + 22, y);
            double start = MARGIN + 22 + PictureFont.width(bold, when) + 8;
            String what = "people " + flag.words();
            Font plain = PictureFont.plain(WORDS, what);
            brush.write(PictureFont.fitting(plain, what, WIDTH - MARGIN - start), plain, theme.text(), start, y);
            y += LINE;
        }
    }

    private static void number(Brush brush, int number, double x, double y) {
        String text = String.valueOf(number);
        RoundRectangle2D plate = new RoundRectangle2D.Double(x - 8, y - 7, 16, 14, 4, 4);
        brush.fill(plate, brush.theme().text());
        brush.writeCentred(text, PictureFont.bold(9, text), brush.theme().background(), x, y + 3.2);
    }

    private double end(Bar bar) {
        return bar.isOpenEnded() ? Math.max(bar.from(), duration) : bar.to();
    }

    private double x(double seconds) {
        double share = Math.max(0, Math.min(1, seconds / duration));
        return left + share * (WIDTH - MARGIN - 8 - left);
    }

    private static Color color(EffectWords.Sort sort, ChartTheme theme) {
        return switch (sort) {
            case REFUSES -> theme.fault();
            case SLOW -> theme.color(Ink.MADE);
            case SPOILT -> theme.color(Ink.STRATEGY_5);
            case LOAD -> theme.color(Ink.LOW);
            case NOTHING -> theme.muted();
        };
    }
}
