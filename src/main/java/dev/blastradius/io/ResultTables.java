package dev.blastradius.io;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.DamageSeries;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.ComponentSeries;
import dev.blastradius.experiment.RunResult.DependencySeries;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunResult.FlowSeries;
import dev.blastradius.experiment.RunResult.Series;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.RequestOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as CSV tables, in UTF-8, for spreadsheets and notebooks: {@value #RUNS} with a row for each run and client,
 * {@value #SERIES} with a row for each run and step of simulated time, {@value #COMPARISON} with a row for each two strategies and metric,
 * {@value #MATRIX} with a row for each failure and client. Times are in seconds, rates in units a second; a value that there is not
 * is an empty cell.
 */
public final class ResultTables {

    /** The table of runs and clients. */
    public static final String RUNS = "runs.csv";

    /** The table of time steps. */
    public static final String SERIES = "series.csv";

    /** The table of strategies against each other. */
    public static final String COMPARISON = "comparison.csv";

    /** The table of what fails by who loses. */
    public static final String MATRIX = "matrix.csv";

    private static final TimeSeries NONE = new TimeSeries(1, new double[0]);
    private static final DamageSeries NO_DAMAGE = new DamageSeries(NONE, NONE, NONE, NONE, NONE);

    private ResultTables() {}

    /**
     * Writes the tables into a folder, each beside its place first and then moved there: only those that have a row.
     *
     * @param folder is made where it does not exist
     */
    public static void write(Results results, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder.resolve(RUNS), runs(results.model(), results.runs()));
        if (results.runs().stream().anyMatch(run -> !run.series().equals(Series.NONE))) {
            write(folder.resolve(SERIES), series(results.runs()));
        }
        if (!results.comparisons().isEmpty()) {
            write(folder.resolve(COMPARISON), StudyTables.comparison(results.model(), results.comparisons()));
        }
        DamageMatrix matrix = results.matrix();
        if (matrix != null) {
            write(folder.resolve(MATRIX), StudyTables.matrix(results.model(), matrix));
        }
    }

    private static void write(Path file, String table) throws IOException {
        byte[] bytes = table.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    /** The table of runs and clients. */
    static String runs(String model, List<RunResult> runs) {
        Csv csv = new Csv();
        List.of("model", "scenario", "strategy", "client", "seed", "replications", "confidence", "requests")
                .forEach(csv::text);
        List<String> intervals = new ArrayList<>(List.of("requests_per_second"));
        for (RequestOutcome outcome : RequestOutcome.values()) {
            intervals.add(outcome.key() + "_share");
        }
        intervals.addAll(List.of("late_share", "wrong_share", "goodput_share"));
        intervals.addAll(List.of("latency_mean_s", "latency_p50_s", "latency_p95_s", "latency_p99_s"));
        intervals.addAll(StudyTables.DAMAGE);
        intervals.addAll(List.of("time_to_recover_s", "recovered_share", "load_amplification", "answerable_share"));
        for (String interval : intervals) {
            csv.text(interval).text(interval + "_low").text(interval + "_high");
        }
        csv.endRow();
        for (RunResult run : runs) {
            for (Map.Entry<String, Flow> client : run.flows().entrySet()) {
                csv.text(model).text(scenario(run)).text(run.strategy()).text(client.getKey());
                csv.count(run.settings().seed()).count(run.evidence().replications());
                csv.number(run.settings().confidence());
                flow(csv, client.getValue());
                blastRadius(csv, run.blastRadius(), client.getKey());
                csv.endRow();
            }
        }
        return csv.toString();
    }

    private static void flow(Csv csv, Flow flow) {
        csv.count(flow.requests());
        interval(csv, flow.requestsPerSecond());
        for (RequestOutcome outcome : RequestOutcome.values()) {
            interval(csv, flow.share().getOrDefault(outcome, Interval.NONE));
        }
        interval(csv, flow.late());
        interval(csv, flow.wrong());
        interval(csv, flow.goodput());
        interval(csv, flow.latency().mean());
        interval(csv, flow.latency().p50());
        interval(csv, flow.latency().p95());
        interval(csv, flow.latency().p99());
    }

    private static void blastRadius(Csv csv, @Nullable BlastRadius radius, String client) {
        StudyTables.damage(csv, radius == null ? null : radius.clients().get(client));
        interval(csv, radius == null ? Interval.NONE : radius.timeToRecover());
        StudyTables.proportion(csv, radius == null ? null : radius.recovered());
        interval(csv, radius == null ? Interval.NONE : radius.loadAmplification());
        interval(csv, radius == null ? Interval.NONE : radius.answerable());
    }

    private static void interval(Csv csv, Interval interval) {
        csv.number(interval.mean()).number(interval.low()).number(interval.high());
    }

    /**
     * The table of time steps: time first, then each client, component and dependency with its columns: those of the first run, then those that
     * only later runs have, because their strategies bring a part in. Where a run does not have a part, its cells are empty.
     */
    static String series(List<RunResult> runs) {
        Set<String> header = new LinkedHashSet<>();
        runs.forEach(run -> header.addAll(columns(run).keySet()));
        Csv csv = new Csv();
        csv.text("scenario").text("strategy").text("time_s").text("faults_active");
        header.forEach(csv::text);
        csv.endRow();
        for (RunResult run : runs) {
            Map<String, TimeSeries> columns = columns(run);
            double interval = run.series().intervalSeconds();
            int steps =
                    columns.values().stream().mapToInt(TimeSeries::size).max().orElse(0);
            for (int step = 0; step < steps; step++) {
                csv.text(scenario(run)).text(run.strategy());
                csv.number(step * interval).count(active(run.series().faultWindows(), step * interval, interval));
                for (String name : header) {
                    TimeSeries column = columns.getOrDefault(name, NONE);
                    csv.number(step < column.size() ? column.value(step) : Double.NaN);
                }
                csv.endRow();
            }
        }
        return csv.toString();
    }

    /** How many faults were active at some moment of a step. */
    private static long active(List<Window> windows, double from, double width) {
        return windows.stream()
                .filter(window -> window.from() < from + width && window.to() > from)
                .count();
    }

    /** What a run has, by the name of its column. */
    private static Map<String, TimeSeries> columns(RunResult run) {
        Map<String, TimeSeries> columns = new LinkedHashMap<>();
        for (Map.Entry<String, FlowSeries> client : run.series().flows().entrySet()) {
            String id = client.getKey();
            FlowSeries series = client.getValue();
            columns.put(id + ".arrivals_per_s", series.arrivals());
            for (Map.Entry<RequestOutcome, TimeSeries> outcome :
                    series.outcomes().entrySet()) {
                columns.put(id + "." + outcome.getKey().key() + "_per_s", outcome.getValue());
            }
            columns.put(id + ".goodput_per_s", series.goodput());
            columns.put(id + ".latency_p50_s", series.p50());
            columns.put(id + ".latency_p95_s", series.p95());
            columns.put(id + ".latency_p99_s", series.p99());
            damage(columns, run.blastRadius(), id);
        }
        for (Map.Entry<String, ComponentSeries> component :
                run.series().components().entrySet()) {
            String id = component.getKey();
            ComponentSeries series = component.getValue();
            columns.put(id + ".queue_length", series.queueLength());
            columns.put(id + ".busy_servers", series.busyServers());
            columns.put(id + ".arrivals_per_s", series.arrivals());
            columns.put(id + ".failures_per_s", series.failures());
        }
        for (Map.Entry<String, DependencySeries> dependency :
                run.series().dependencies().entrySet()) {
            String key = dependency.getKey();
            DependencySeries series = dependency.getValue();
            columns.put(key + ".calls_per_s", series.calls());
            columns.put(key + ".attempts_per_s", series.attempts());
            columns.put(key + ".failures_per_s", series.failures());
        }
        return columns;
    }

    /** What the faults did to a client's requests, by the time of their arrival; without values where there is none. */
    private static void damage(Map<String, TimeSeries> columns, @Nullable BlastRadius radius, String client) {
        DamageSeries found = radius == null ? null : radius.series().get(client);
        DamageSeries series = found == null ? NO_DAMAGE : found;
        columns.put(client + ".affected_per_s", series.affected());
        columns.put(client + ".extra_failed_per_s", series.failed());
        columns.put(client + ".extra_degraded_per_s", series.degraded());
        columns.put(client + ".extra_late_per_s", series.late());
        columns.put(client + ".extra_wrong_per_s", series.wrong());
    }

    private static String scenario(RunResult run) {
        String scenario = run.scenario();
        return scenario == null ? "" : scenario;
    }
}
