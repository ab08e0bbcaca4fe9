package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.editor.Captions;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.editor.stage.BuiltThen;
import dev.blastradius.editor.stage.Captioning;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.report.document.Illustration;
import dev.blastradius.report.picture.PipelinePlan.Detail;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pipeline as it is drawn on the canvas, as wide as a page, by itself or with how everything stood at a moment of a replication. */
public final class PipelineIllustration implements Illustration {

    private static final int KEY_COLUMNS = 4;
    private static final double KEY_LINE = 13;
    private static final double KEY_LETTERS = 9;

    private final Pipeline pipeline;
    private final @Nullable PipelineMoment moment;
    private final PipelinePlan plan;
    private final PipelineLegend legend = new PipelineLegend();

    private PipelineIllustration(Pipeline pipeline, @Nullable PipelineMoment moment) {
        this.pipeline = pipeline;
        this.moment = moment;
        Map<String, String> seconds = new LinkedHashMap<>();
        pipeline.components().forEach((id, component) -> {
            BoxLook look = moment == null ? null : moment.boxes().get(id);
            seconds.put(id, look == null ? Captions.of(component) : look.words());
        });
        plan = PipelinePlan.of(pipeline, seconds);
        if (moment == null) {
            legend.addBuilt(pipeline);
        } else {
            legend.addMoment(moment);
        }
    }

    /** A pipeline as it is built. */
    public static PipelineIllustration of(Pipeline pipeline) {
        return new PipelineIllustration(pipeline, null);
    }

    /**
     * How everything stood at a moment of a replication; what had crossed its limits by then has the number that it has in the order of events.
     *
     * @param seconds the moment, from the run's beginning; the step that holds it is shown
     */
    public static PipelineIllustration at(Playback playback, Cascade cascade, double seconds) {
        return new PipelineIllustration(BuiltThen.of(playback, seconds), PipelineMoment.of(playback, cascade, seconds));
    }

    /** What it says, in words with their numbers. */
    public String words() {
        return moment == null ? PipelineWords.of(pipeline) : PipelineWords.of(pipeline, moment);
    }

    /** What had to be left out of the boxes to keep it legible, in a sentence; empty where nothing. */
    public String leftOut() {
        int parts = pipeline.components().size();
        return switch (plan.detail()) {
            case FULL -> "";
            case NAMES -> "With " + parts + " components, the boxes have room for names only.";
            case NUMBERS ->
                "With " + parts + " components, the boxes have room for numbers only; the list under the drawing has"
                        + " their names.";
        };
    }

    @Override
    public double width() {
        return PipelinePlan.WIDTH;
    }

    @Override
    public double height() {
        return Math.ceil(plan.bottom() + keyHeight() + legend.height() + 8);
    }

    @Override
    public void paint(Graphics2D graphics, ChartTheme theme) {
        Brush brush = new Brush(graphics, theme);
        brush.fill(new Rectangle2D.Double(0, 0, width(), height()), theme.background());
        ArrowPen arrows = new ArrowPen(brush, plan.scale());
        BoxPen boxes = new BoxPen(brush, plan);
        PipelineMoment shown = moment;
        if (shown == null) {
            pipeline.arrows().forEach((key, dependency) -> {
                Route route = plan.arrows().get(key);
                if (route != null) {
                    arrows.draw(dependency, route);
                }
            });
            pipeline.arrows().forEach((key, dependency) -> {
                Route route = plan.arrows().get(key);
                if (route != null && plan.detail() == Detail.FULL) {
                    arrows.caption(Captions.of(dependency), dependency, route);
                }
            });
            pipeline.components()
                    .forEach((id, component) -> boxes.draw(id, component, name(id), Captions.of(component)));
        } else {
            paint(shown, arrows, boxes);
        }
        paintKey(brush);
        legend.draw(brush, boxes, arrows, plan.bottom() + keyHeight());
    }

    private void paint(PipelineMoment shown, ArrowPen arrows, BoxPen boxes) {
        plan.arrows().forEach((key, route) -> {
            ArrowLook look = shown.arrows().get(key);
            Dependency dependency = pipeline.arrows().get(key);
            if (look != null && dependency != null) {
                arrows.draw(dependency, route, look);
            }
        });
        pipeline.components().forEach((id, component) -> {
            BoxLook look = shown.boxes().get(id);
            if (look == null) {
                boxes.draw(id, component, name(id), Captions.of(component));
            } else {
                boxes.draw(id, component, name(id), look);
            }
        });
        Map<String, Point> words = Captioning.places(new Drawing(plan.boxes(), plan.arrows()), 0.66);
        plan.arrows().forEach((key, route) -> {
            ArrowLook look = shown.arrows().get(key);
            if (look != null && plan.detail() != Detail.NUMBERS) {
                arrows.drawBreaker(route, look);
            }
        });
        plan.arrows().forEach((key, route) -> {
            ArrowLook look = shown.arrows().get(key);
            Point at = words.getOrDefault(key, route.captionPoint());
            if (look != null && !look.caption().isEmpty() && plan.detail() == Detail.FULL) {
                arrows.words(look.caption(), at);
            }
            marks(shown, key, look, at, boxes);
        });
        shown.boxes().forEach((id, look) -> {
            if (plan.boxes().containsKey(id)) {
                boxes.drawSigns(id, look, shown.marks().getOrDefault(id, List.of()));
            }
        });
    }

    /** The numbers of a dependency's events, over its words. */
    private void marks(PipelineMoment shown, String key, @Nullable ArrowLook look, Point at, BoxPen boxes) {
        List<Onset> marks =
                plan.detail() == Detail.NUMBERS ? List.of() : shown.marks().getOrDefault(key, List.of());
        int lines = look == null || look.caption().isEmpty() || plan.detail() != Detail.FULL
                ? 0
                : look.caption().split("\n").length;
        double y = lines == 0 ? at.y() : at.y() - lines * 5.5 - 9;
        double x = at.x() - (marks.size() - 1) * 8.5;
        for (Onset mark : marks) {
            boxes.rank(mark.rank(), x, y);
            x += 17;
        }
    }

    private double keyHeight() {
        int rows = (plan.boxes().size() + KEY_COLUMNS - 1) / KEY_COLUMNS;
        return plan.detail() == Detail.NUMBERS ? rows * KEY_LINE + 10 : 0;
    }

    /** The list of names where boxes have room for numbers only: down the columns. */
    private void paintKey(Brush brush) {
        if (plan.detail() != Detail.NUMBERS) {
            return;
        }
        List<String> ids = new ArrayList<>(plan.boxes().keySet());
        int rows = (ids.size() + KEY_COLUMNS - 1) / KEY_COLUMNS;
        double column = (PipelinePlan.WIDTH - 2 * PipelinePlan.MARGIN) / KEY_COLUMNS;
        for (int i = 0; i < ids.size(); i++) {
            int place = i / rows;
            double x = PipelinePlan.MARGIN + column * place;
            double y = plan.bottom() + KEY_LINE * (i % rows) + KEY_LETTERS;
            String number = String.valueOf(i + 1);
            Font bold = PictureFont.bold(KEY_LETTERS, number);
            brush.write(number, bold, brush.theme().text(), x + 20 - PictureFont.width(bold, number), y);
            String name = name(ids.get(i));
            Font plain = PictureFont.plain(KEY_LETTERS, name);
            String fitting = PictureFont.fitting(plain, name, column - 36);
            brush.write(fitting, plain, brush.theme().text(), x + 26, y);
        }
    }

    private String name(String id) {
        return PipelineWords.name(pipeline, id);
    }
}
