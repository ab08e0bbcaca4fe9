package dev.blastradius.report.episode;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Episode;
import java.util.ArrayList;
import java.util.List;

/** What operators do in a scenario: what they see first, what happens by itself, what they must do, and how they know that it is over. */
public final class RunbookPage {

    private RunbookPage() {}

    /**
     * The page of a scenario.
     *
     * @param ofOneScenario the runs of it that were looked at, one for each strategy
     * @param baseline the strategy that others are set against; it comes first
     * @param names of the pipeline as drawn
     * @param number its number among the report's, from 1: it is in the ids
     */
    public static Section of(List<Episode> ofOneScenario, String baseline, Names names, int number) {
        List<Recorded> all = new ArrayList<>();
        for (Episode episode : ofOneScenario) {
            boolean isBaseline = episode.playback().spec().strategyId().equals(baseline);
            all.add(isBaseline ? 0 : all.size(), new Recorded(episode, names));
        }
        String id = "runbook-" + number;
        String title = "Runbook: "
                + (all.isEmpty() ? "nothing was looked at" : all.get(0).scenario());
        if (all.isEmpty() || !all.get(0).isBroken()) {
            return new Section(
                            id,
                            title,
                            List.of(
                                    Block.paragraph(
                                            "Nothing was broken in the run, so there is nothing that operators would have to do.")))
                    .onOwnPage();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(finding(all)));
        blocks.add(Block.notice(caution(all)));
        return new Section(id, title, blocks)
                .with(List.of(
                        new Signs(all).section(id + "-signs"),
                        new ByItself(all).section(id + "-itself"),
                        new ByPeople(all).section(id + "-people"),
                        new Over(all).section(id + "-over")))
                .onOwnPage();
    }

    private static String finding(List<Recorded> all) {
        Recorded first = all.get(0);
        StringBuilder words = new StringBuilder(Phrases.sentence(first.first()))
                .append(" begins at ")
                .append(Phrases.clock(first.firstFault()));
        words.append(
                Double.isInfinite(first.lastFault())
                        ? " and lasts to the end of the run, at " + Phrases.clock(first.duration()) + "."
                        : (first.first().equals(first.last()) ? " and ends at " : ", the last one ends at ")
                                + Phrases.clock(first.lastFault()) + " of a run that goes on until "
                                + Phrases.clock(first.duration()) + ".");
        for (Recorded recorded : all) {
            words.append(" Under “").append(recorded.strategy()).append("” ").append(fate(recorded));
        }
        return words.toString();
    }

    private static String fate(Recorded recorded) {
        Counts during = Counts.of(recorded.chronicle(), recorded.during());
        String held = during.ended() == 0
                ? "no request ended while it lasted"
                : "goodput was " + Figures.share(during.goodput()) + " while it lasted";
        Recovery recovery = Recovery.of(recorded);
        if (recovery == null) {
            return held + ".";
        }
        if (!recovery.isRecovered()) {
            return held + ", and had not come back when the run ended.";
        }
        if (recovery.after() > 0) {
            return held + ", and back " + Figures.time(recovery.after()) + " after " + recorded.last() + " had ended.";
        }
        return held + (during.goodput() >= recovery.enough() ? "." : ", and back when " + recorded.last() + " ended.");
    }

    private static String caution(List<Recorded> all) {
        StringBuilder words = new StringBuilder("Times are those of one simulated replication of each strategy"
                + " (minutes:seconds): one possible course of events, and no promise.");
        for (Recorded recorded : all) {
            BlastRadius radius = recorded.episode().result().blastRadius();
            Proportion share = radius == null ? null : radius.recovered();
            if (share != null && share.of() > 1) {
                words.append(" Of ")
                        .append(share.of())
                        .append(" replications under “")
                        .append(recorded.strategy());
                words.append("”, ").append(Opening.howMany(share));
                words.append(" recovered.");
            }
        }
        return words.toString();
    }

    /** A strategy's name before what is said of it; nothing where there is one only. */
    static Words of(Recorded recorded, List<Recorded> all) {
        return all.size() == 1 ? Words.NONE : Words.ofStrong(recorded.strategy() + ". ");
    }
}
