package dev.blastradius.report.study;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.search.Axis;
import dev.blastradius.experiment.search.Bisection;
import dev.blastradius.experiment.search.Responder;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.Sweep;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelReader.Reading;
import dev.blastradius.io.Strategies;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.Dials;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.Fault;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Finding.OfMatrix;
import dev.blastradius.report.finding.Finding.OfRun;
import dev.blastradius.report.finding.Finding.OfSweep;
import dev.blastradius.report.finding.Finding.OfTippingPoint;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Findings of a small pipeline, each made by the engine: runs of five minutes, a fault from the first to the second. */
final class Studies {

    /** Customers go through the shop to a provider that is billed; staff have a tool of their own. */
    private static final String MODEL = """
            {"format": "blastradius/1", "name": "Shop",
             "components": {
              "customers": {"kind": "client", "label": "Customers",
                "traffic": {"arrivals": "poisson", "requestsPerSecond": 5},
                "inputTokens": {"type": "constant", "value": 1000}, "outputTokens": {"type": "constant", "value": 100},
                %s "patience": "20s"},
              "staff": {"kind": "client", "label": "Staff", "traffic": {"arrivals": "poisson", "requestsPerSecond": 1}},
              "shop": {"kind": "service", "label": "Shop", "concurrency": 50},
              "provider": {"kind": "model", "label": "Provider", "latency": {"type": "exponential", "mean": "300ms"} %s},
              "spare": {"kind": "model", "label": "Spare", "latency": {"type": "exponential", "mean": "600ms"} %s},
              "tool": {"kind": "service", "label": "Tool", "concurrency": 5, "latency": {"type": "exponential", "mean": "100ms"}},
              "narrow": {"kind": "service", "label": "Till", "concurrency": 1, "latency": {"type": "exponential", "mean": "%s"}}},
             "dependencies": {"customers->shop": {}, "shop->provider": {}, "shop->narrow": {"step": 2}, "staff->tool": {}},
             "scenarios": {
              "down": {"label": "Provider down", "faults": [{"target": "provider", "at": "60s", "for": "60s", "unavailable": true}]},
              "half": {"label": "Half errors", "faults": [{"target": "provider", "at": "60s", "for": "60s", "errorRate": 0.5}]},
              "for-ever": {"label": "Down for good", "faults": [{"target": "provider", "at": "60s", "unavailable": true}]},
              "frozen": {"label": "Till stands still", "faults": [{"target": "narrow", "at": "60s", "for": "60s", "freeze": true}]},
              "nothing": {"label": "Nothing at all", "faults": []}},
             "strategies": {
              "spare": {"label": "Spare provider", "patch": {"dependencies": {"shop->spare": {"fallbackFor": "shop->provider"}}}},
              "same": {"label": "As it is", "patch": {}}}}
            """;

    private static final String PRICE = ", \"price\": {\"perMillionInputTokens\": 3, \"perMillionOutputTokens\": 15}";
    private static final String SLO = "\"slo\": {\"latency\": \"5s\", \"successRate\": 0.9},";

    static final Model BILLED = model(SLO, PRICE, "10ms");
    static final Model FREE = model("", "", "10ms");
    /** The till is nearly always busy: it does not work off what piles up. */
    static final Model NARROW = model(SLO, PRICE, "190ms");

    /** Nobody comes. */
    static final Model SILENT =
            read(MODEL.formatted(SLO, PRICE, PRICE, "10ms").replaceAll("(requestsPerSecond\": )[0-9]+", "$11e-9"));

    private Studies() {}

    private static Model model(String slo, String price, String till) {
        return read(MODEL.formatted(slo, price, price, till));
    }

    private static Model read(String text) {
        Reading reading = ModelReader.read(text, null);
        return Objects.requireNonNull(reading.model(), () -> reading.problems().toString());
    }

    static RunSettings settings(int replications) {
        return new RunSettings(Duration.of("5m"), Duration.of("20s"), replications, 11, 0.95, 2);
    }

    static Origin origin(Model model) {
        return new Origin("shop.blast.json", "0".repeat(64), "1.0", List.of("compare", "shop.blast.json"), model);
    }

    static OfComparison comparison(Model model, int replications, List<String> scenarios, List<String> strategies) {
        return comparison(model, replications, scenarios, strategies, RunProgress.NONE);
    }

    static OfComparison comparison(
            Model model, int replications, List<String> scenarios, List<String> strategies, RunProgress progress) {
        List<Arm> arms = Strategies.arms(model, scenarios, strategies);
        StudyResult study = Objects.requireNonNull(Study.run(arms, settings(replications), null, true, progress));
        return new OfComparison(origin(model), arms, study, strategies.get(0), Looking.NOTHING);
    }

    static OfRun run(Model model, int replications, String scenario, String strategy) {
        RunSpec spec = Strategies.runSpec(model, scenario.isEmpty() ? null : scenario, strategy);
        RunResult result = Objects.requireNonNull(Runner.run(spec, settings(replications), RunProgress.NONE));
        return new OfRun(origin(model), spec, result, null);
    }

    static OfMatrix matrix(Model model, int replications) {
        RunSpec base = Strategies.runSpec(model, null, "as-drawn");
        Fault fault = new Fault(
                Fault.Target.id(""), Duration.of("60s"), Duration.of("60s"), null, null, Map.of("unavailable", true));
        DamageMatrix matrix =
                Objects.requireNonNull(DamageMatrix.run(base, fault, settings(replications), RunProgress.NONE));
        return new OfMatrix(origin(model), base, matrix, fault);
    }

    private static VariedRuns varied(Model model, int replications, String scenario, List<String> paths) {
        Problems problems = new Problems();
        List<Dial> dials = new ArrayList<>();
        for (String path : paths) {
            dials.add(Objects.requireNonNull(Dials.find(model.pipeline(), path, problems)));
        }
        return new VariedRuns(
                model, dials, scenario.isEmpty() ? null : scenario, "as-drawn", experiment -> settings(replications));
    }

    static OfSweep sweep(Model model, int replications, String scenario, String path, List<Double> values) {
        VariedRuns runs = varied(model, replications, scenario, List.of(path));
        Axis axis = new Axis(runs.dials().get(0).varied(), values);
        return new OfSweep(
                origin(model), runs, settings(replications), Sweep.run(runs, List.of(axis), RunProgress.NONE));
    }

    static OfTippingPoint tippingPoint(Model model, int replications, String scenario, double from, double to) {
        VariedRuns runs = varied(model, replications, scenario, List.of("load"));
        Search search = new Search(from, to, (to - from) / 4, 0.5, 0.95, replications, 4 * replications);
        return new OfTippingPoint(
                origin(model),
                runs,
                settings(replications),
                Bisection.find(Responder.of(runs), search, RunProgress.NONE));
    }

    /** The sentences of a summary by what they are about. */
    static Map<String, String> sentences(Finding finding) {
        Map<String, String> sentences = new java.util.LinkedHashMap<>();
        Summary.account(finding).sentences().forEach(each -> sentences.put(each.lead(), each.text()));
        return sentences;
    }
}
