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

    private final Looked looked;
    private final Chronicle chronicle;

    Costs(Looked looked) {
        this.looked = looked;
        chronicle = looked.chronicle();
    }

    Section section(String id) {
        String title = "Cost and waste";
        Stretch measured = looked.measured();
        List<Integer> billed = IntStream.range(0, chronicle.components().size())
                .filter(component -> dollars(component, measured) > 0)
                .boxed()
                .toList();
        if (billed.isEmpty()) {
            boolean priced = looked.pipeline().components().values().stream()
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
        List<Stretch> stretches = looked.stretches();
        List<Column> columns = new ArrayList<>(List.of(text("Billed by"), number("In all")));
        stretches.forEach(
                stretch -> columns.add(number(looked.isBroken() ? "A minute, " + stretch.name() : "A minute")));
        List<Row> rows = new ArrayList<>();
        for (int component : shown) {
            List<String> cells = new ArrayList<>(List.of(
                    looked.name(chronicle.components().get(component)), Figures.money(dollars(component, measured))));
            stretches.forEach(stretch -> cells.add(Figures.money(perMinute(component, stretch))));
            rows.add(Phrases.row(cells.toArray(String[]::new)));
        }
        Block table = Phrases.table(
                "US dollars billed after the warm-up, by component (this replication)",
                columns,
                rows,
                "What a component bills while a request is under way counts when it is billed."
                        + Ranked.left(billed.size(), shown.size(), "component", "billed less"));
        return new Section(id, title, List.of(Block.paragraph(finding(billed, measured)), table));
    }

    private String finding(List<Integer> billed, Stretch measured) {
        double all = billed.stream()
                .mapToDouble(component -> dollars(component, measured))
                .sum();
        Cost cost = looked.episode().result().cost();
        int replications = looked.episode().result().evidence().replications();
        String here = Figures.money(all) + " were billed in this replication after the warm-up. ";
        if (Double.isNaN(cost.total().mean()) || cost.total().mean() == 0) {
            return here;
        }
        String waste = Double.isNaN(cost.wasted().mean())
                ? ""
                : ", of which " + Numbers.money(cost.wasted()) + " ("
                        + Figures.share(cost.wasted().mean() / cost.total().mean())
                        + ") paid for answers that nobody used";
        return here + "For the measured requests, those that arrived after the warm-up, it is "
                + Numbers.money(cost.total())
                + (replications > 1 ? " in the mean of " + replications + " replications" : "") + waste + "; "
                + Numbers.money(cost.perThousandRequests()) + " for a thousand requests.";
    }

    private double dollars(int component, Stretch stretch) {
        return looked.sum(ComponentSeries.DOLLARS, component, stretch);
    }

    private double perMinute(int component, Stretch stretch) {
        return dollars(component, stretch) / looked.length(stretch) * MINUTE;
    }
}
