package dev.blastradius.report.basis;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.TippingPoint.Verdict;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Block.Fact;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.finding.Origin;
import dev.blastradius.report.finding.Runs;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

/** How anybody makes the numbers of a report again. */
public final class AgainChapter {

    private static final List<String> PROGRAM = List.of("java", "-jar", "blastradius.jar");

    private AgainChapter() {}

    /** The chapter, {@code again}. */
    public static Section of(Finding finding) {
        Origin origin = finding.origin();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Block.paragraph(
                        "The same model file, seed and version of the program give the same numbers, to the last digit, on any machine."
                                + " Only the numbers below are needed for that; when and where this report was made is not in it."));
        blocks.add(new Block.Facts(facts(finding)));
        doubts(finding).forEach(doubt -> blocks.add(Block.notice(doubt)));
        blocks.addAll(commands(origin));
        return new Section("again", "How to run it again", blocks);
    }

    private static List<Fact> facts(Finding finding) {
        Origin origin = finding.origin();
        RunSettings settings = Looked.settings(finding);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Model file", origin.file() == null ? Words.of("not saved") : Words.ofCode(origin.file())));
        if (origin.sha256() != null) {
            facts.add(new Fact("Its SHA-256", Words.ofCode(origin.sha256())));
        }
        origin.model()
                .recordings()
                .forEach((file, recording) -> facts.add(new Fact(
                        "Recorded arrivals",
                        Words.ofCode(file).plain(", " + Numbers.counted(recording.size(), "arrival")))));
        facts.add(new Fact("Program", Words.of("Blast Radius, version " + origin.version())));
        facts.add(new Fact("Seed", Words.ofCode(String.valueOf(settings.seed()))));
        facts.add(new Fact("Replications", Words.of(replications(finding))));
        facts.add(new Fact("Simulated time of each", Words.of(span(settings))));
        facts.add(new Fact("Level of the intervals", Words.of(Figures.share(settings.confidence()))));
        return facts;
    }

    private static String span(RunSettings settings) {
        Duration warmup = settings.warmup();
        return Figures.moment(settings.duration().seconds())
                + (warmup.nanos() == 0
                        ? ", measured from the beginning"
                        : ", of which the first " + Figures.moment(warmup.seconds()) + " are not measured");
    }

    /** How many were made: of a search, as many as each value took. */
    private static String replications(Finding finding) {
        IntSummaryStatistics made = made(finding);
        if (made.getCount() == 0 || made.getMax() == 0) {
            return Figures.count(Looked.settings(finding).replications()) + " to begin with";
        }
        if (made.getMin() == made.getMax()) {
            return Figures.count(made.getMax());
        }
        String of = finding instanceof Finding.OfTippingPoint || finding instanceof Finding.OfSweep ? "value" : "run";
        return Figures.count(made.getMin()) + " to " + Figures.count(made.getMax()) + " of each " + of;
    }

    private static IntSummaryStatistics made(Finding finding) {
        Stream<Integer> counts =
                Runs.of(finding).stream().map(run -> run.evidence().replications());
        if (finding instanceof Finding.OfTippingPoint tipping) {
            counts = tipping.tippingPoint().probes().stream()
                    .map(probe -> Math.toIntExact(probe.recovered().of()));
        } else if (finding instanceof Finding.OfSweep sweep) {
            counts = sweep.sweep().points().stream().map(point -> point.replications());
        }
        return counts.mapToInt(Integer::intValue).summaryStatistics();
    }

    /** Why the commands may give something else than what stands in this report. */
    private static List<String> doubts(Finding finding) {
        Origin origin = finding.origin();
        List<String> doubts = new ArrayList<>();
        if (origin.file() == null) {
            doubts.add("The model was not saved when this was run: save it under the name in the commands first.");
        } else if (origin.sha256() == null) {
            doubts.add(
                    "What was run is not what the file holds: the model had been changed in the program and not saved, or the scenario comes from a"
                            + " matrix and was not added to the model. Add it there, and save it first.");
        }
        if (finding instanceof Finding.OfRun run
                && run.episode() != null
                && run.episode().playback().replication() != Episodes.REPLICATION) {
            doubts.add("Looked at closely is replication "
                    + (run.episode().playback().replication() + 1)
                    + ", which was chosen in the window. The commands look at replication "
                    + (Episodes.REPLICATION + 1) + "; the numbers of all replications are the same.");
        }
        if (isInterrupted(finding)) {
            doubts.add(
                    "The work was interrupted: this report holds what was done by then, and the commands go on to the end.");
        }
        if (!origin.model().recordings().isEmpty()) {
            doubts.add(
                    "The recorded arrivals belong to it: the files named above must lie in the model file's folder.");
        }
        return doubts;
    }

    private static boolean isInterrupted(Finding finding) {
        if (finding instanceof Finding.OfComparison comparison) {
            return !comparison.study().isComplete();
        }
        if (finding instanceof Finding.OfMatrix matrix) {
            return !matrix.matrix().isComplete();
        }
        if (finding instanceof Finding.OfTippingPoint tipping) {
            return tipping.tippingPoint().verdict() == Verdict.CANCELLED;
        }
        return finding instanceof Finding.OfSweep sweep && !sweep.sweep().isComplete();
    }

    private static List<Block> commands(Origin origin) {
        List<Block> blocks = new ArrayList<>();
        if (origin.sha256() != null && origin.file() != null) {
            blocks.add(Block.paragraph("To see whether a file is the one that was run:"));
            blocks.add(new Block.Listing(ShellLine.of(List.of("sha256sum", origin.file()))));
        }
        blocks.add(Block.paragraph(
                "To make this report again, in the folder of the model file and with the program's jar there. A file's name that"
                        + " ends in .pdf or .md instead gives the other forms:"));
        blocks.add(command(origin, "--report", "report.html"));
        blocks.add(Block.paragraph("To have all the numbers for another program, as JSON:"));
        blocks.add(command(origin, "--json", "result.json"));
        blocks.add(Block.paragraph("To have them for a spreadsheet, as CSV tables in a folder:"));
        blocks.add(command(origin, "--csv", "tables"));
        blocks.add(Block.paragraph(
                "The lines are for the shells of Linux and macOS; on Windows, write each command on one line,"
                        + " without the backslashes and with double quotation marks."));
        return blocks;
    }

    private static Block command(Origin origin, String... output) {
        return new Block.Listing(ShellLine.of(Stream.of(PROGRAM, origin.command(), List.of(output))
                .flatMap(List::stream)
                .toList()));
    }
}
