package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.clock;
import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The half minute in which goodput was least, and how every part stood in it. */
final class Worst {

    private static final double SECONDS = 30;
    private static final double FEWEST = 20;
    private static final double ALL_BUSY = 0.98;
    private static final double WORTH_SAYING = 0.02;
    private static final double USED_UP = 0.99;
    private static final double STORM = 1.25;

    private final Looked looked;
    private final Chronicle chronicle;
    private final @Nullable Stretch stretch;

    Worst(Looked looked) {
        this.looked = looked;
        chronicle = looked.chronicle();
        stretch = find();
    }

    /** How a part stands, and how badly. */
    private record Standing(String name, String words, double badness) {}

    /** The steps; null where so few requests were under way that none is worse than another. */
    @Nullable
    Stretch stretch() {
        return stretch;
    }

    /** The moment whose picture shows it, in seconds: the middle of it. */
    double moment() {
        return stretch == null ? Double.NaN : looked.seconds((stretch.from() + stretch.to()) / 2);
    }

    /** Requests that arrive and do not end count against a stretch too, or one in which all hangs would be none. */
    private @Nullable Stretch find() {
        Stretch measured = looked.measured();
        int width = (int) Math.max(1, Math.round(SECONDS / chronicle.stepSeconds()));
        Stretch worst = null;
        double least = Double.POSITIVE_INFINITY;
        double[][] before = sums(measured);
        for (int from = 0; from + width <= measured.steps(); from++) {
            double arrived = before[0][from + width] - before[0][from];
            double ended = before[1][from + width] - before[1][from];
            double good = before[2][from + width] - before[2][from];
            double due = Math.max(arrived, ended);
            if (due >= FEWEST && good / due < least) {
                least = good / due;
                worst = new Stretch("the worst half minute", measured.from() + from, measured.from() + from + width);
            }
        }
        return worst;
    }

    private double[][] sums(Stretch measured) {
        double[][] before = new double[3][measured.steps() + 1];
        for (int step = 0; step < measured.steps(); step++) {
            Counts counts = Counts.of(chronicle, new Stretch("", measured.from() + step, measured.from() + step + 1));
            before[0][step + 1] = before[0][step] + counts.arrived();
            before[1][step + 1] = before[1][step] + counts.ended();
            before[2][step + 1] = before[2][step] + counts.good();
        }
        return before;
    }

    Section section(String id) {
        String title = "The pipeline at its worst";
        Stretch at = stretch;
        if (at == null) {
            return new Section(
                    id,
                    title,
                    List.of(Block.paragraph("In no half minute did " + count(FEWEST)
                            + " requests arrive or end, so none can be called the worst.")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(finding(at)));
        List<Standing> found = standings(at);
        if (found.isEmpty()) {
            blocks.add(Block.paragraph("No part of the pipeline was overloaded or failed in it."));
        } else {
            List<Row> rows = Ranked.first(
                            IntStream.range(0, found.size()).boxed().toList(),
                            Phrases.MOST_ROWS,
                            place -> found.get(place).badness())
                    .stream()
                    .map(place -> Phrases.row(
                            found.get(place).name(), found.get(place).words()))
                    .toList();
            blocks.add(Phrases.table(
                    "How parts stood from " + clock(looked.seconds(at.from())) + " to " + clock(looked.seconds(at.to()))
                            + ", the worst first",
                    List.of(text("Part"), text("Means and shares over this time")),
                    rows,
                    "Parts that are not named were neither busy to the last server, nor refused or failed "
                            + Figures.share(WORTH_SAYING) + " of what they were asked."
                            + Ranked.left(found.size(), rows.size(), "part", "stood less badly")));
        }
        return new Section(id, title, blocks);
    }

    /** What the worst was, in a sentence. */
    String finding(Stretch at) {
        Counts counts = Counts.of(chronicle, at);
        String when = "From " + clock(looked.seconds(at.from())) + " to " + clock(looked.seconds(at.to()));
        String where = looked.isBroken()
                ? looked.seconds(at.from()) < looked.firstFault()
                        ? looked.seconds(at.to()) <= looked.firstFault() ? ", before the first fault," : ""
                        : looked.seconds(at.from()) >= looked.lastFault()
                                ? ", after the last fault,"
                                : ", during the fault,"
                : "";
        if (counts.ended() == 0) {
            return when + where + " no request ended at all, though " + count(counts.arrived())
                    + " arrived: less goodput than in any other half minute.";
        }
        return when + where + " " + count(counts.good()) + " of " + Phrases.counted(counts.ended(), "request")
                + " that ended were goodput (" + Figures.share(counts.goodput())
                + "), the least of any half minute after the warm-up; " + count(counts.arrived())
                + " arrived meanwhile.";
    }

    private List<Standing> standings(Stretch at) {
        List<Standing> found = new ArrayList<>();
        for (int i = 0; i < chronicle.components().size(); i++) {
            int client = chronicle.clients().indexOf(chronicle.components().get(i));
            Standing standing = client < 0 ? station(i, at) : client(i, client, at);
            if (!standing.words().isEmpty()) {
                found.add(standing);
            }
        }
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            Standing standing = arrow(i, at);
            if (!standing.words().isEmpty()) {
                found.add(standing);
            }
        }
        return found;
    }

    private Standing client(int component, int client, Stretch at) {
        Counts counts = Counts.of(chronicle, client, at);
        List<String> words = new ArrayList<>();
        double bad = counts.ended() == 0 ? 0 : 1 - counts.goodput();
        if (looked.sum(ComponentSeries.FAULTED, component, at) > 0) {
            words.add("a fault acts on it");
        }
        if (bad >= WORTH_SAYING) {
            words.add("goodput " + Figures.share(counts.goodput()) + ways(counts));
        }
        return new Standing(looked.name(chronicle.components().get(component)), join(words), 2 + bad);
    }

    private static String ways(Counts counts) {
        List<String> ways = new ArrayList<>();
        way(ways, counts.share(counts.failed()), "failed");
        way(ways, counts.share(counts.abandoned()), "given up");
        way(ways, counts.share(counts.late()), "late");
        way(ways, counts.share(counts.wrong()), "wrong");
        return ways.isEmpty() ? "" : " (" + String.join(", ", ways) + ")";
    }

    private static void way(List<String> ways, double share, String what) {
        if (share >= WORTH_SAYING) {
            ways.add(Figures.share(share) + " " + what);
        }
    }

    private Standing station(int component, Stretch at) {
        List<String> words = new ArrayList<>();
        double badness = 0;
        if (looked.sum(ComponentSeries.FAULTED, component, at) > 0) {
            words.add("a fault acts on it");
            badness += 3;
        }
        double servers = looked.sum(ComponentSeries.SERVERS, component, at) / at.steps();
        double busy = looked.sum(ComponentSeries.BUSY, component, at) / at.steps();
        if (servers > 0 && Double.isFinite(servers) && busy / servers >= ALL_BUSY) {
            words.add(servers == 1 ? "its only server busy" : "all " + Figures.number(servers) + " servers busy");
            badness += 1;
        }
        double queue = looked.sum(ComponentSeries.QUEUE, component, at) / at.steps();
        if (queue >= 1) {
            words.add(Figures.number(queue) + " waiting");
            badness += queue / (queue + 10);
        }
        double failed = looked.sum(ComponentSeries.FAILED, component, at);
        double answered = Math.max(failed, looked.sum(ComponentSeries.ANSWERED, component, at));
        if (answered > 0 && failed / answered >= WORTH_SAYING) {
            words.add(Figures.share(failed / answered) + " of its answers failures");
            badness += failed / answered;
        }
        if (looked.sum(ComponentSeries.QUOTA_USED, component, at) / at.steps() >= USED_UP) {
            words.add("its quota used up");
            badness += 1;
        }
        // Waiting and busy servers alone may be an ordinary day's.
        boolean tells = badness >= 0.5;
        return new Standing(looked.name(chronicle.components().get(component)), tells ? join(words) : "", badness);
    }

    private Standing arrow(int arrow, Stretch at) {
        List<String> words = new ArrayList<>();
        double badness = 0;
        if (looked.sum(DependencySeries.FAULTED, arrow, at) > 0) {
            words.add("a fault acts on the way");
            badness += 3;
        }
        double open = looked.sum(DependencySeries.OPEN, arrow, at) / at.steps();
        if (open > 0) {
            words.add("circuit breaker open " + Figures.share(open) + " of the time");
            badness += open;
        }
        double calls = looked.sum(DependencySeries.CALLS, arrow, at);
        double attempts = looked.sum(DependencySeries.ATTEMPTS, arrow, at);
        if (calls > 0 && attempts / calls >= STORM) {
            words.add(Figures.number(attempts / calls) + " attempts for each call");
            badness += 1 - calls / attempts;
        }
        double fallbacks = looked.sum(DependencySeries.FALLBACKS, arrow, at);
        if (fallbacks > 0) {
            words.add(Phrases.counted(fallbacks, "call") + " taken over as a fallback");
            badness += 0.5;
        }
        double timeouts = looked.sum(DependencySeries.TIMEOUTS, arrow, at);
        if (attempts > 0 && timeouts / attempts >= WORTH_SAYING) {
            words.add(Phrases.counted(timeouts, "time-out") + " at " + Phrases.counted(attempts, "attempt"));
            badness += Math.min(1, timeouts / attempts);
        }
        return new Standing(looked.name(chronicle.dependencies().get(arrow)), join(words), badness);
    }

    private static String join(List<String> words) {
        return words.stream().collect(Collectors.joining("; "));
    }
}
