package dev.blastradius.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Texts;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final Model MODEL =
            Objects.requireNonNull(ModelReader.read("""
            {"format": "blastradius/1", "name": "Shop",
             "components": {
              "customers": {"kind": "client", "traffic": {"arrivals": "poisson", "requestsPerSecond": 2}},
              "shop": {"kind": "service", "concurrency": 5, "latency": {"type": "exponential", "mean": "100ms"}}},
             "dependencies": {"customers->shop": {}},
             "scenarios": {"down": {"faults": [{"target": "shop", "at": "30s", "for": "20s", "unavailable": true}]}}}
            """, null).model());

    private static OfComparison comparison(Looking looking) {
        List<Arm> arms = Strategies.arms(MODEL, List.of("down"), List.of("as-drawn"));
        RunSettings settings = new RunSettings(Duration.of("2m"), Duration.of("5s"), 1, 1, 0.95, 1);
        StudyResult study = Objects.requireNonNull(Study.run(arms, settings, null, true, RunProgress.NONE));
        Origin origin = new Origin("shop.blast.json", null, "1.0", List.of("compare", "shop.blast.json"), MODEL);
        return new OfComparison(origin, arms, study, "as-drawn", looking);
    }

    private static List<String> ids(OfComparison finding) {
        return Reports.of(finding).chapters().stream().map(Section::id).toList();
    }

    @Test
    void whatIsReadComesBeforeWhatIsLookedUp() {
        assertEquals(
                List.of(
                        "summary",
                        "pipeline",
                        "scenarios",
                        "comparison",
                        "blast-radius",
                        "episode-1",
                        "runbook-1",
                        "assumptions",
                        "model-limits",
                        "again"),
                ids(comparison(Looking.recording(1, RunProgress.NONE))));
    }

    @Test
    void runsThatWereNotLookedAtAreNamed() {
        OfComparison cancelled = comparison(choice -> null);
        assertTrue(ids(cancelled).contains("not-looked-at"));
        String text = Texts.of(Reports.of(cancelled));
        assertTrue(text.contains("Left out: what happened in 1 run step by step"), text);
    }
}
