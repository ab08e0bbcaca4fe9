package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.counted;

import dev.blastradius.chart.Figures;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** What a strategy does by itself, and when: repeats, stops calling, takes over. */
final class ByItself {

    private static final int MOST = 8;

    private final List<Recorded> all;

    ByItself(List<Recorded> all) {
        this.all = all;
    }

    /** Something that happens, by its time. */
    private record Deed(double seconds, String words) {}

    Section section(String id) {
        List<Block> blocks = new ArrayList<>();
        for (Recorded recorded : all) {
            List<Deed> deeds = deeds(recorded);
            Words lead = RunbookPage.of(recorded, all);
            if (deeds.isEmpty()) {
                blocks.add(
                        new Block.Paragraph(
                                lead.plain(
                                        "Nothing: after " + recorded.first()
                                                + " has begun no call is repeated, stopped by a circuit breaker or taken over by a fallback.")));
                continue;
            }
            if (!lead.pieces().isEmpty()) {
                blocks.add(new Block.Paragraph(lead.plain("After " + recorded.first() + " has begun:")));
            }
            List<Words> items = new ArrayList<>();
            deeds.stream()
                    .limit(MOST)
                    .forEach(deed -> items.add(Words.ofStrong(Phrases.from(recorded.firstFault(), deed.seconds()))
                            .plain(" " + deed.words())));
            if (deeds.size() > MOST) {
                items.add(Words.of("Later: " + (deeds.size() - MOST) + " more, see the order of events."));
            }
            blocks.add(new Block.Items(false, items));
        }
        return new Section(id, "What happens by itself, and when", blocks);
    }

    private static List<Deed> deeds(Recorded recorded) {
        List<Deed> deeds = new ArrayList<>();
        for (Onset onset : Signs.of(recorded, EnumSet.of(Limit.FALLBACK, Limit.BUDGET))) {
            deeds.add(new Deed(
                    onset.seconds(), recorded.name(onset.where()) + ": " + onset.why() + until(recorded, onset)));
        }
        for (Breakers.Times times : new Breakers(recorded).opened()) {
            if (times.first() >= recorded.firstFault()) {
                deeds.add(new Deed(
                        times.first(),
                        recorded.name(recorded.chronicle().dependencies().get(times.arrow()))
                                + ": the circuit breaker opens; it is open " + Figures.share(times.openShare())
                                + " of the time after the warm-up and "
                                + (times.isClosed()
                                        ? "closed for good at " + Phrases.from(recorded.firstFault(), times.closed())
                                        : "not closed for good by the end")));
            }
        }
        retries(recorded, deeds);
        deeds.sort(Comparator.comparingDouble(Deed::seconds));
        return deeds;
    }

    private static String until(Recorded recorded, Onset onset) {
        double ends = Double.isNaN(recorded.over(onset)) ? recorded.unusedSince(onset) : recorded.over(onset);
        return Double.isNaN(ends) ? "; not over by the end" : "; until " + Phrases.from(recorded.firstFault(), ends);
    }

    /** Where most is repeated from the first fault on, if anything is. */
    private static void retries(Recorded recorded, List<Deed> deeds) {
        Stretch from =
                new Stretch("", recorded.during().from(), recorded.chronicle().recorded());
        int most = -1;
        double repeated = 0;
        for (int arrow = 0; arrow < recorded.chronicle().dependencies().size(); arrow++) {
            double here = again(recorded, arrow, from);
            if (here > repeated) {
                repeated = here;
                most = arrow;
            }
        }
        if (most < 0) {
            return;
        }
        int first = from.from();
        while (again(recorded, most, new Stretch("", first, first + 1)) == 0) {
            first++;
        }
        double attempts = recorded.sum(DependencySeries.ATTEMPTS, most, from);
        deeds.add(new Deed(
                Math.max(recorded.firstFault(), recorded.seconds(first)),
                recorded.name(recorded.chronicle().dependencies().get(most))
                        + ": calls are sent again, most of all dependencies: " + count(repeated) + " of the "
                        + counted(attempts, "attempt") + " from the fault to the end of the run"));
    }

    private static double again(Recorded recorded, int arrow, Stretch stretch) {
        return recorded.sum(DependencySeries.RETRIES, arrow, stretch)
                + recorded.sum(DependencySeries.HEDGES, arrow, stretch);
    }
}
