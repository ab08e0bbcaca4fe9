package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.clock;
import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Block.Figure;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.picture.PipelineIllustration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The half minute in which goodput was least, and how every part stood in it; longer where few requests end. */
final class Worst {

    private static final double ALL_BUSY = 0.98;
    private static final double WORTH_SAYING = 0.02;
    private static final double USED_UP = 0.99;
    private static final double STORM = 1.25;

    private final Recorded recorded;
    private final Chronicle chronicle;

    Worst(Recorded recorded) {
        this.recorded = recorded;
        chronicle = recorded.chronicle();
    }

    /** How a part stands, and how badly. */
    private record Standing(String name, String words, double badness) {}

    Section section(String id) {
        String title = "The pipeline at its worst";
        WorstTime worst = WorstTime.of(recorded);
        if (worst == null) {
            return new Section(
                    id,
                    title,
                    List.of(Block.paragraph(
                            "So few requests ended after the warm-up that no part of it can be called the worst.")));
        }
        if (worst.goodput() >= 1) {
            return new Section(
                    id,
                    title,
                    List.of(Block.paragraph(
                            "There is no worst: all requests that ended after the warm-up were goodput, or all but a few"
                                    + " in times in which hardly any ended.")));
        }
        Stretch at = worst.stretch();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(finding(worst)));
        blocks.addAll(picture(at));
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
                    "How parts stood from " + clock(recorded.seconds(at.from())) + " to "
                            + clock(recorded.seconds(at.to())) + ", the worst first",
                    List.of(text("Part"), text("Means and shares over this time")),
                    rows,
                    "Named is what a fault acted on, and where all servers were busy, ten or more waited, a quota was used up, a"
                            + " circuit breaker was open, calls were taken over, there were " + Figures.number(STORM)
                            + " attempts a call or more, or " + Figures.share(WORTH_SAYING)
                            + " or more failed, were late, wrong, given up or timed out."
                            + Ranked.left(found.size(), rows.size(), "part", "stood less badly")));
        }
        return new Section(id, title, blocks);
    }

    /** The pipeline in the middle of it. */
    private List<Block> picture(Stretch at) {
        double moment = recorded.seconds((at.from() + at.to()) / 2);
        PipelineIllustration pipeline =
                PipelineIllustration.at(recorded.playback(), recorded.episode().cascade(), moment);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Figure(
                pipeline,
                pipeline.words(),
                Words.of("The pipeline at " + clock(moment)
                        + ", in the middle of this time. Numbers: the order of events.")));
        if (!pipeline.leftOut().isEmpty()) {
            blocks.add(Block.notice(pipeline.leftOut()));
        }
        return blocks;
    }

    /** What the worst was, in a sentence. */
    private String finding(WorstTime worst) {
        Stretch at = worst.stretch();
        Counts counts = Counts.of(chronicle, at);
        String when =
                "From " + clock(recorded.seconds(at.from())) + " to " + clock(recorded.seconds(at.to())) + part(at);
        if (counts.ended() == 0) {
            return when + " no request ended at all, though " + count(counts.arrived()) + " arrived." + lasting(worst);
        }
        return when + " " + count(counts.good()) + " of " + Phrases.counted(counts.ended(), "request")
                + " that ended were goodput ("
                + Figures.share(counts.goodput()) + "), while " + count(counts.arrived())
                + " arrived: no other " + Figures.time(worst.seconds()) + " after the warm-up had less goodput."
                + lasting(worst);
    }

    /** In which part of the run it is. */
    private String part(Stretch at) {
        double from = recorded.seconds(at.from());
        double to = recorded.seconds(at.to());
        if (!recorded.isBroken()) {
            return "";
        }
        if (to <= recorded.firstFault()) {
            return ", before " + recorded.first() + ",";
        }
        return from >= recorded.lastFault()
                ? ", after " + recorded.last() + ","
                : from >= recorded.firstFault() && to <= recorded.lastFault() ? ", during the fault," : "";
    }

    private String lasting(WorstTime worst) {
        Stretch all = worst.lasting();
        return all.steps() <= worst.stretch().steps()
                ? ""
                : " It was as low in every such time from " + clock(recorded.seconds(all.from())) + " to "
                        + clock(recorded.seconds(all.to())) + ", of which this is the middle.";
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
        if (recorded.sum(ComponentSeries.FAULTED, component, at) > 0) {
            words.add("a fault acts on it");
        }
        if (bad >= WORTH_SAYING) {
            words.add("goodput " + Figures.share(counts.goodput()) + ways(counts));
        }
        return new Standing(recorded.name(chronicle.components().get(component)), join(words), 2 + bad);
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
        if (recorded.sum(ComponentSeries.FAULTED, component, at) > 0) {
            words.add("a fault acts on it");
            badness += 3;
        }
        double servers = recorded.sum(ComponentSeries.SERVERS, component, at) / at.steps();
        double busy = recorded.sum(ComponentSeries.BUSY, component, at) / at.steps();
        if (servers > 0 && Double.isFinite(servers) && busy / servers >= ALL_BUSY) {
            words.add(servers == 1 ? "its only server busy" : "all " + Figures.number(servers) + " servers busy");
            badness += 1;
        }
        double queue = recorded.sum(ComponentSeries.QUEUE, component, at) / at.steps();
        if (queue >= 1) {
            words.add(Figures.number(queue) + " waiting");
            badness += queue / (queue + 10);
        }
        double failed = recorded.sum(ComponentSeries.FAILED, component, at);
        double answered = Math.max(failed, recorded.sum(ComponentSeries.ANSWERED, component, at));
        if (answered > 0 && failed / answered >= WORTH_SAYING) {
            words.add(Figures.share(failed / answered) + " of its answers failures");
            badness += failed / answered;
        }
        if (recorded.sum(ComponentSeries.QUOTA_USED, component, at) / at.steps() >= USED_UP) {
            words.add("its quota used up");
            badness += 1;
        }
        // Waiting and busy servers alone may be an ordinary day's.
        boolean tells = badness >= 0.5;
        return new Standing(recorded.name(chronicle.components().get(component)), tells ? join(words) : "", badness);
    }

    private Standing arrow(int arrow, Stretch at) {
        List<String> words = new ArrayList<>();
        double badness = 0;
        if (recorded.sum(DependencySeries.FAULTED, arrow, at) > 0) {
            words.add("a fault acts on the way");
            badness += 3;
        }
        double open = recorded.sum(DependencySeries.OPEN, arrow, at) / at.steps();
        if (open > 0) {
            words.add("circuit breaker open " + Figures.share(open) + " of the time");
            badness += open;
        }
        double calls = recorded.sum(DependencySeries.CALLS, arrow, at);
        double attempts = recorded.sum(DependencySeries.ATTEMPTS, arrow, at);
        if (calls > 0 && attempts / calls >= STORM) {
            words.add(Figures.number(attempts / calls) + " attempts for each call");
            badness += 1 - calls / attempts;
        }
        double fallbacks = recorded.sum(DependencySeries.FALLBACKS, arrow, at);
        if (fallbacks > 0) {
            words.add(Phrases.counted(fallbacks, "call") + " taken over as a fallback");
            badness += 0.5;
        }
        double timeouts = recorded.sum(DependencySeries.TIMEOUTS, arrow, at);
        if (attempts > 0 && timeouts / attempts >= WORTH_SAYING) {
            words.add(Phrases.counted(timeouts, "time-out") + ", " + Phrases.counted(attempts, "attempt") + " sent");
            badness += Math.min(1, timeouts / attempts);
        }
        return new Standing(recorded.name(chronicle.dependencies().get(arrow)), join(words), badness);
    }

    private static String join(List<String> words) {
        return words.stream().collect(Collectors.joining("; "));
    }
}
