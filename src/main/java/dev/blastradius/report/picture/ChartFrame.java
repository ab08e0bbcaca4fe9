package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartPainter;
import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Charted.Entry;
import dev.blastradius.chart.DistributionSpec;
import dev.blastradius.chart.Stretch;
import dev.blastradius.chart.StripSpec;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What stands around a chart's plot when it is by itself: its title, its legend, and what its axes measure. */
final class ChartFrame {

    private static final double MARGIN = 10;
    private static final double TITLE = 13;
    private static final double LETTERS = 10.5;
    private static final double LINE = 16;
    private static final double SIGN = 18;
    private static final double APART = 14;
    private static final double AXIS = 56;
    private static final double EDGE = 22;
    private static final double WIDEST_NAME = 200;

    private final Charted chart;
    private final double width;
    private final double height;
    private final boolean titled;
    private final Font letters;
    private double y = 4;

    ChartFrame(Charted chart, double width, double height, boolean titled) {
        this.chart = chart;
        this.width = width;
        this.height = height;
        this.titled = titled;
        this.letters = PictureFont.plain(LETTERS, texts(chart));
    }

    private static String texts(Charted chart) {
        StringBuilder texts = new StringBuilder(ChartIllustration.texts(chart));
        if (chart instanceof StripSpec strips) {
            strips.rows().forEach(row -> texts.append(row.name()));
        }
        if (chart instanceof ChartSpec spec) {
            texts.append(spec.gap());
        }
        return texts.toString();
    }

    void paint(Brush brush) {
        ChartTheme theme = brush.theme();
        brush.fill(new Rectangle2D.Double(0, 0, width, height), theme.background());
        if (titled) {
            title(brush);
        }
        legend(brush);
        axes(brush);
        Graphics2D graphics = (Graphics2D) brush.graphics().create();
        try {
            graphics.translate(0, y);
            ChartPainter.draw(chart, theme, stretch(), graphics, width, height - y - 4);
        } finally {
            graphics.dispose();
        }
    }

    private Stretch stretch() {
        double end = 1;
        double left = AXIS;
        double right = EDGE;
        if (chart instanceof ChartSpec spec) {
            end = spec.duration();
            right = spec.right() == null ? EDGE : AXIS;
        } else if (chart instanceof StripSpec strips) {
            end = strips.duration();
            double widest = 0;
            for (StripSpec.Row row : strips.rows()) {
                widest = Math.max(widest, PictureFont.width(letters, row.name()));
            }
            left = Math.min(WIDEST_NAME, widest) + 2 * MARGIN;
        }
        return new Stretch(0, end, left, right, true, true, letters);
    }

    private void title(Brush brush) {
        Font bold = PictureFont.bold(TITLE, chart.title());
        String title = PictureFont.fitting(bold, chart.title(), width - 2 * MARGIN);
        brush.write(title, bold, brush.theme().text(), MARGIN, y + TITLE);
        y += TITLE + 7;
        String note = chart instanceof ChartSpec spec ? spec.note() : "";
        if (!note.isEmpty()) {
            Font plain = PictureFont.plain(LETTERS, note);
            brush.write(
                    PictureFont.fitting(plain, note, width - 2 * MARGIN),
                    plain,
                    brush.theme().muted(),
                    MARGIN,
                    y + LETTERS - 1);
            y += LETTERS + 5;
        }
    }

    private void legend(Brush brush) {
        List<Entry> entries = chart.legend();
        double x = MARGIN;
        for (Entry entry : entries) {
            double room = width - 2 * MARGIN - SIGN;
            String name = PictureFont.fitting(letters, entry.name(), room);
            double wide = SIGN + PictureFont.width(letters, name);
            if (x > MARGIN && x + wide > width - MARGIN) {
                x = MARGIN;
                y += LINE;
            }
            sign(brush, entry, x, y + LINE / 2);
            brush.write(name, letters, brush.theme().text(), x + SIGN, y + LINE / 2 + 3.7);
            x += wide + APART;
        }
        y += entries.isEmpty() ? 0 : LINE + 2;
    }

    private static void sign(Brush brush, Entry entry, double x, double middle) {
        Color color = brush.theme().color(entry.ink());
        switch (entry.sign()) {
            case AREA -> brush.fill(new Rectangle2D.Double(x + 1, middle - 5, 11, 10), color);
            case LINE -> brush.draw(new Line2D.Double(x, middle, x + 13, middle), color, 2.4);
            case DASHES -> brush.draw(new Line2D.Double(x, middle, x + 13, middle), color, 1.6, 5f, 3f);
        }
    }

    /** What the vertical axes measure, over their ends. */
    private void axes(Brush brush) {
        List<String> words = new ArrayList<>();
        if (chart instanceof ChartSpec spec) {
            words.add(spec.left().label().replace("(log)", "(logarithmic)"));
            ChartSpec.Axis right = spec.right();
            if (right != null) {
                Font font = PictureFont.plain(LETTERS, right.label());
                Color color = right.ink() == null
                        ? brush.theme().muted()
                        : brush.theme().color(right.ink());
                brush.write(
                        right.label(),
                        font,
                        color,
                        width - MARGIN - PictureFont.width(font, right.label()),
                        y + LETTERS);
            }
        } else if (chart instanceof DistributionSpec) {
            words.add("share of answers, by latency (logarithmic)");
        }
        for (String each : words) {
            brush.write(each, PictureFont.plain(LETTERS, each), brush.theme().muted(), MARGIN, y + LETTERS);
            y += LINE;
        }
    }
}
