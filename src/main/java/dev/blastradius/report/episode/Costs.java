package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.experiment.RunResult.Cost;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What was billed, by whom, and how much of it for nothing. */
final class Costs {

    private static final double MINUTE = 60;

    private final Recorded recorded;
    private final Chronicle chronicle;

    Costs(Recorded recorded) {
        this.recorded = recorded;
        chronicle = recorded.chronicle();
    }

    Section section(String id) {
        String title = "Cost and waste";
        Stretch measured = recorded.measured();
        List<Integer> billed = IntStream.range(0, chronicle.components().size())
                .filter(component -> dollars(component, measured) > 0)
                .boxed()
                .toList();
        if (billed.isEmpty()) {
            boolean priced = recorded.pipeline().components().values().stream()
                    .anyMatch(component -> component.terms().price() != null);
            return new Section(
                    id,
                    title,
                    List.of(Block.paragraph(
                            priced
                                    ? "Nothing was billed after the warm-up."
                                    : "No component of the model has a price, so nothing is said of cost.")));
        }
        List<Integer> shown = Ranked.first(billed, Phrases.MOST_ROWS, component -> dollars(component, measured));
        List<Stretch> stretches = recorded.stretches();
        List<Column> columns = new ArrayList<>(List.of(text("Billed by"), number("In all")));
        stretches.forEach(
                stretch -> columns.add(number(recorded.isBroken() ? "A minute, " + stretch.name() : "A minute")));
        List<Row> rows = new ArrayList<>();
        for (int component : shown) {
            List<String> cells = new ArrayList<>(List.of(
                    recorded.name(chronicle.components().get(component)), Figures.money(dollars(component, measured))));
            stretches.forEach(stretch -> cells.add(Figures.money(perMinute(component, stretch))));
            rows.add(Phrases.row(cells.toArray(String[]::new)));
        }
        Block table = Phrases.table(
                "US dollars billed after the warm-up, by component (this replication)",
                columns,
                rows,
                Ranked.left(billed.size(), shown.size(), "component", "billed less")
                        .strip());
        return new Section(id, title, List.of(Block.paragraph(finding(billed, measured)), table));
    }

    private String finding(List<Integer> billed, Stretch measured) {
        double all = billed.stream()
                .mapToDouble(component -> dollars(component, measured))
                .sum();
        Cost cost = recorded.episode().result().cost();
        int replications = recorded.episode().result().evidence().replications();
        String here = Figures.money(all) + " were billed in this replication after the warm-up. ";
        if (Double.isNaN(cost.total().mean()) || cost.total().mean() == 0) {
            return here;
        }
        String waste = Double.isNaN(cost.wasted().mean())
                ? ""
                : ", of which " + Numbers.money(cost.wasted()) + " ("
                        + Figures.share(
                                Math.rint(cost.wasted().mean() / cost.total().mean() * 1e9) / 1e9)
                        + ") paid for answers that nobody used";
        return here + "For the measured requests, those that arrived after the warm-up, it is "
                + Numbers.money(cost.total())
                + (replications > 1 ? " in the mean of " + replications + " replications" : "") + waste + "; "
                + Numbers.money(cost.perThousandRequests()) + " for a thousand requests.";
    }

    private double dollars(int component, Stretch stretch) {
        return recorded.sum(ComponentSeries.DOLLARS, component, stretch);
    }

    private double perMinute(int component, Stretch stretch) {
        return dollars(component, stretch) / recorded.length(stretch) * MINUTE;
    }
}
