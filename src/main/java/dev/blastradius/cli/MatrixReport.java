package dev.blastradius.cli;

import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.experiment.matrix.Failure;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What fails by which client loses by it, as a page of text, at most {@value TextTable#WIDTH} characters wide. */
final class MatrixReport {

    private final Style style;
    private final Figures figures;
    private final StringBuilder text = new StringBuilder();

    private MatrixReport(Style style) {
        this.style = style;
        this.figures = new Figures(style);
    }

    /**
     * The page.
     *
     * @param pipeline the pipeline that was run, its strategy's patch applied
     * @param fault what befell each target
     * @param matrix what that did
     */
    static String of(Pipeline pipeline, Fault fault, DamageMatrix matrix, Style style) {
        MatrixReport report = new MatrixReport(style);
        report.header(pipeline, fault, matrix);
        report.table(matrix);
        report.legend(fault, matrix);
        return report.text.toString();
    }

    /** The runs of a matrix, the one without faults first. */
    static List<RunResult> runs(DamageMatrix matrix) {
        List<RunResult> runs = new ArrayList<>(List.of(matrix.twin()));
        matrix.rows().forEach(row -> runs.add(row.run()));
        return runs;
    }

    private void header(Pipeline pipeline, Fault fault, DamageMatrix matrix) {
        RunResult twin = matrix.twin();
        RunSettings settings = twin.settings();
        List<RunResult> runs = runs(matrix);
        EvidenceText evidence = new EvidenceText(style);
        line(style.heading(style.shortened(Style.clean(pipeline.title()), TextTable.WIDTH)));
        Strategy strategy = pipeline.strategiesOrNone().get(twin.strategy());
        String title = strategy == null ? twin.strategy() : strategy.title(twin.strategy());
        field("strategy", title.equals(twin.strategy()) ? title : twin.strategy() + ": " + Style.clean(title));
        field("fault", effects(fault) + ", " + span(fault));
        field(
                "run",
                EvidenceText.replications(runs) + " of " + settings.duration()
                        + (settings.warmup().nanos() == 0 ? "" : ", measured after " + settings.warmup()) + ", seed "
                        + settings.seed());
        field("evidence", evidence.requests(runs));
        String precision = evidence.precision(runs);
        if (!precision.isEmpty()) {
            field("precision", precision);
        }
        if (!matrix.isComplete()) {
            field("interrupted", "before all was done that was asked for; this is what was done");
        }
        for (Map.Entry<String, Flow> client : twin.flows().entrySet()) {
            field(
                    "unharmed",
                    client.getKey() + " has " + figures.share(client.getValue().goodput()) + " of goodput");
        }
    }

    private static String effects(Fault fault) {
        List<String> effects = new ArrayList<>();
        fault.effects()
                .forEach((key, value) -> effects.add(
                        Boolean.TRUE.equals(value)
                                ? key
                                : key + " " + String.valueOf(value).replaceFirst("\\.0$", "")));
        return Style.clean(String.join(", ", effects));
    }

    private static String span(Fault fault) {
        return "from " + fault.at() + (fault.lasting() == null ? " to the end of the run" : " for " + fault.lasting());
    }

    private void table(DamageMatrix matrix) {
        boolean several = matrix.clients().size() > 1;
        boolean ends = matrix.rows().stream().anyMatch(row -> row.recovered() != null);
        List<String> header = new ArrayList<>(List.of("Share of requests lost"));
        matrix.clients().forEach(header::add);
        if (several) {
            header.add("all clients");
        }
        if (ends) {
            header.add("recovered");
        }
        TextTable table = new TextTable(style, header);
        for (Row row : matrix.rows()) {
            List<String> cells = new ArrayList<>(List.of(name(row.failure())));
            matrix.clients().forEach(client -> cells.add(figures.share(row.lost(client))));
            if (several) {
                cells.add(figures.share(row.lost()));
            }
            if (ends) {
                cells.add(recovered(row.recovered()));
            }
            table.row(cells);
        }
        line("");
        text.append(table.text());
    }

    private static String name(Failure failure) {
        String kind = failure.kind() == Failure.Kind.SCENARIO ? "scenario " : "";
        String also = failure.also().isEmpty() ? "" : " = " + String.join(", ", failure.also());
        return Style.clean(kind + failure.target() + also);
    }

    private String recovered(@Nullable Proportion share) {
        return share == null ? style.none() : share.successes() + " of " + share.of();
    }

    private void legend(Fault fault, DamageMatrix matrix) {
        RunSettings settings = matrix.twin().settings();
        line("");
        boolean throughout =
                fault.at().nanos() <= settings.warmup().nanos() && fault.lasting() == null && fault.flap() == null;
        paragraph("Lost is what is goodput without the failure and is not with it, less what becomes goodput by it:"
                + " each request is compared with itself. "
                + (throughout
                        ? "Every request that is measured arrives during the failure."
                        : "Of all requests that are measured, also those that arrive when nothing has failed."));
        paragraph("tag=value is all components together that have it; \"=\" names tags that just that component has.");
        if (EvidenceText.most(runs(matrix)) < 2) {
            line(
                    "One replication gives no interval: ask for more with --replications to see how sure the numbers are.");
        } else {
            line(style.plusMinus() + " is half the width of the " + Figures.exactPercentage(settings.confidence())
                    + " confidence interval.");
        }
    }

    private void paragraph(String sentence) {
        text.append(Wrapped.of(sentence, "", ""));
    }

    private void field(String name, String value) {
        line("  " + String.format("%-13s", name) + style.shortened(value, TextTable.WIDTH - 15));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
