package dev.blastradius.report.episode;

import dev.blastradius.chart.Charted;
import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.chart.cascade.CascadeCharts;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Block.Figure;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.picture.ChartIllustration;
import dev.blastradius.report.picture.ChartWords;
import java.util.List;

/** Charts of a replication as figures of a chapter. */
final class Figured {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 250;

    private Figured() {}

    /**
     * A kind of chart of one subject.
     *
     * @param key the kind's key
     * @param subject the id of what it is drawn of; one that it does not know stands for what tells most
     * @return the figure; none where there is nothing to draw
     */
    static List<Block> of(Recorded recorded, String key, String subject) {
        CascadeChart kind = CascadeCharts.ALL.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
        boolean isKnown = kind.subjects(recorded.playback(), recorded.parts()).stream()
                .anyMatch(each -> each.id().equals(subject));
        String of = isKnown ? subject : kind.mostTelling(recorded.playback(), recorded.parts());
        Charted chart = kind.chart(recorded.playback(), recorded.parts(), of);
        if (chart.isEmpty()) {
            return List.of();
        }
        return List.of(new Figure(
                ChartIllustration.of(chart, WIDTH, HEIGHT, false),
                ChartWords.of(chart),
                Words.of(chart.title() + ". " + kind.meaning())));
    }
}
