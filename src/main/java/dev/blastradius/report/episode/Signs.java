package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.document.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators see first: symptoms in the order in which they show, for each strategy. */
final class Signs {

    private static final int MOST = 6;
    private static final Set<Limit> SEEN = EnumSet.of(
            Limit.FAILING, Limit.SATURATED, Limit.QUEUEING, Limit.SLOW, Limit.QUOTA, Limit.STORM, Limit.OBJECTIVE);

    private final List<Recorded> all;

    Signs(List<Recorded> all) {
        this.all = all;
    }

    /** A symptom as the first strategy that has it shows it. */
    private record Sign(Recorded of, Onset onset) {}

    /** What a strategy shows after the first fault has begun, in the order of time. */
    static List<Onset> of(Recorded recorded, Set<Limit> limits) {
        return recorded.onsets().stream()
                .filter(onset -> limits.contains(onset.limit()) && onset.seconds() >= recorded.firstFault())
                .toList();
    }

    Section section(String id) {
        String title = "What you see first";
        List<Sign> signs = new ArrayList<>();
        for (Recorded recorded : all) {
            for (Onset onset : of(recorded, SEEN)) {
                if (signs.stream().noneMatch(sign -> isSame(sign.onset(), onset))) {
                    signs.add(new Sign(recorded, onset));
                }
            }
        }
        if (signs.isEmpty()) {
            return new Section(
                    id,
                    title,
                    List.of(Block.paragraph(
                            "Nothing that could be told from an ordinary day: no part crossed a limit.")));
        }
        signs.sort((one, other) -> Double.compare(earliest(one), earliest(other)));
        List<Column> columns = new ArrayList<>(List.of(text("Where"), text("What is seen")));
        all.forEach(recorded -> columns.add(number(all.size() == 1 ? "At" : recorded.strategy())));
        List<Row> rows = new ArrayList<>();
        for (Sign sign : signs.subList(0, Math.min(MOST, signs.size()))) {
            List<String> cells = new ArrayList<>(List.of(
                    sign.of().name(sign.onset().where()),
                    Phrases.sentence(Chain.title(sign.onset().limit())) + ": "
                            + sign.onset().why()));
            for (Recorded recorded : all) {
                Onset same = same(recorded, sign.onset());
                cells.add(same == null ? Figures.NONE : Phrases.from(recorded.firstFault(), same.seconds()));
            }
            rows.add(Phrases.row(cells.toArray(String[]::new)));
        }
        List<Block> blocks = new ArrayList<>();
        if (all.size() == 1) {
            blocks.add(new Block.Paragraph(first(all.get(0))));
        } else {
            blocks.add(new Block.Items(false, all.stream().map(this::first).toList()));
        }
        String others =
                all.size() == 1 ? "" : " What is measured is told of the first strategy that shows it; –: it does not.";
        blocks.add(Phrases.table(
                "Signs in the order in which they show, from the beginning of "
                        + all.get(0).first() + " (minutes:seconds)",
                columns,
                rows,
                (Ranked.left(signs.size(), rows.size(), "sign", "came later") + others).strip()));
        return new Section(id, title, blocks);
    }

    private double earliest(Sign sign) {
        return all.stream()
                .map(recorded -> same(recorded, sign.onset()))
                .filter(onset -> onset != null)
                .mapToDouble(Onset::seconds)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    static boolean isSame(Onset one, Onset other) {
        return one.limit() == other.limit() && one.where().equals(other.where());
    }

    static @Nullable Onset same(Recorded recorded, Onset wanted) {
        return recorded.onsets().stream()
                .filter(onset -> isSame(onset, wanted) && onset.seconds() >= recorded.firstFault())
                .findFirst()
                .orElse(null);
    }

    /** The first sign, and when clients are hurt, in a sentence. */
    private Words first(Recorded recorded) {
        Words words = RunbookPage.of(recorded, all);
        List<Onset> signs = of(recorded, SEEN);
        if (signs.isEmpty()) {
            return words.plain("Nothing that could be told from an ordinary day.");
        }
        Onset first = signs.get(0);
        Onset hurt = signs.stream()
                .filter(onset -> recorded.chronicle().clients().contains(onset.where()))
                .findFirst()
                .orElse(null);
        String sign = "The first sign, " + after(recorded, first) + ", is at " + recorded.name(first.where()) + " ("
                + Chain.title(first.limit()) + "); ";
        if (hurt == null) {
            return words.plain(sign + "no client misses its objective or gets noticeably more failures.");
        }
        return words.plain(
                hurt.equals(first)
                        ? "The first sign, " + after(recorded, first) + ", is already at those who ask: "
                                + recorded.name(first.where()) + " (" + Chain.title(first.limit()) + ")."
                        : sign + "those who ask are hurt " + after(recorded, hurt) + ", " + recorded.name(hurt.where())
                                + " first.");
    }

    private static String after(Recorded recorded, Onset onset) {
        double after = onset.seconds() - recorded.firstFault();
        return after < 1 ? "at once" : Figures.time(Math.rint(after)) + " after " + recorded.first() + " has begun";
    }
}
