package dev.blastradius.report.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Collapse;
import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.WarmupCheck;
import dev.blastradius.experiment.inference.ShareDistribution;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Texts;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Finding.OfMatrix;
import dev.blastradius.report.finding.Finding.OfRun;
import dev.blastradius.report.wording.Differences;
import dev.blastradius.report.wording.Numbers;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The chapters say what the engine gave, and no more. */
class ChaptersTest {

    private static final OfComparison BOTH =
            Studies.comparison(Studies.BILLED, 4, List.of("down", "half"), List.of("as-drawn", "spare", "same"));

    private static String line(Section section, String beginning) {
        return Texts.of(section)
                .lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + beginning + ":\n" + Texts.of(section)));
    }

    private static RunResult run(String scenario, String strategy) {
        return Objects.requireNonNull(Standings.of(BOTH.study(), scenario).run(strategy));
    }

    @Test
    void aComparisonShowsEachStrategyUnderEachScenarioWithItsInterval() {
        Section chapter = ComparisonChapter.of(BOTH);
        assertEquals("comparison", chapter.id());
        assertEquals(
                List.of("comparison-1", "comparison-2", "comparison-calm"),
                chapter.sections().stream().map(Section::id).toList());
        String row = line(chapter, "Spare provider");
        assertEquals(
                String.join(
                        " | ",
                        "Spare provider",
                        Numbers.share(run("down", "spare").totals().goodput()) + " (best)",
                        Numbers.share(run("half", "spare").totals().goodput()) + " (best)",
                        Numbers.share(Objects.requireNonNull(
                                        Standings.of(BOTH.study(), null).run("spare"))
                                .totals()
                                .goodput())),
                row);
    }

    @Test
    void differencesAreFromTheBaselineAndSayWhetherTheyAreEstablished() {
        Section scenario = ComparisonChapter.of(BOTH).sections().get(0);
        Standings standings = Standings.of(BOTH.study(), "down");
        String goodput = Differences.signed(Metric.GOODPUT, standings.difference(Metric.GOODPUT, "spare", "as-drawn"))
                .replace(" pp", "");
        assertTrue(goodput.startsWith("+"), goodput);
        assertTrue(Texts.of(scenario).contains("Spare provider | " + goodput + ", better | "), Texts.of(scenario));
        assertTrue(Texts.of(scenario).contains("As it is | the same | the same | the same"), Texts.of(scenario));
    }

    @Test
    void lossesAreToldForEachClient() {
        String text = Texts.of(BlastRadiusChapter.of(BOTH));
        String lost =
                Numbers.share(Objects.requireNonNull(run("half", "as-drawn").blastRadius())
                        .clients()
                        .get("customers")
                        .lostGoodput());
        assertTrue(text.contains("Good answers lost, share of the requests of Customers"), text);
        assertTrue(text.contains(lost), text);
        assertTrue(text.contains("Scenario 1: Staff | 0 % | 0 % | 0 %"), text);
    }

    @Test
    void aRunsChapterTellsOutcomesCausesAndParts() {
        OfRun finding = Studies.run(Studies.BILLED, 3, "down", "as-drawn");
        Section chapter = OutcomeChapter.of(finding);
        String text = Texts.of(chapter);
        assertTrue(text.contains("Provider: error | "), text);
        assertTrue(line(chapter, "Customers | ")
                .contains(
                        Numbers.share(finding.result().flows().get("customers").goodput())));
        assertTrue(text.contains("90 %, missed"), text);
        assertTrue(text.contains("Shop → Provider | "), text);
    }

    @Test
    void aMatrixHasTheWorstFailureFirst() {
        OfMatrix finding = Studies.matrix(Studies.BILLED, 3);
        Section chapter = MatrixChapter.of(finding);
        String worst = Numbers.share(finding.matrix().rows().get(0).lost());
        assertTrue(Texts.of(chapter).contains(worst), Texts.of(chapter));
        assertTrue(line(chapter, "Worst is the failure of “").contains(worst));
        assertTrue(line(chapter, "Spare | ").endsWith("3 of 3"));
    }

    @Test
    void aSweepAndASearchListEveryValueThatWasTried() {
        Section sweep = SweepChapter.of(Studies.sweep(Studies.BILLED, 2, "down", "load", List.of(0.5, 1.0)));
        assertTrue(line(sweep, "0.5 | ").contains("2 of 2"));
        assertTrue(line(sweep, "1 | ").contains("2 of 2"));
        Section search = TippingPointChapter.of(Studies.tippingPoint(Studies.NARROW, 6, "frozen", 0.2, 1.0));
        assertTrue(line(search, "1 | 2 | 0 of 6").endsWith("does not recover"));
    }

    @Test
    void chaptersHaveIdsOfTheirOwn() {
        List<Section> sections = Texts.sections(new dev.blastradius.report.document.Document(
                "", "", List.of(Summary.of(BOTH), ComparisonChapter.of(BOTH), BlastRadiusChapter.of(BOTH))));
        assertEquals(
                sections.size(), sections.stream().map(Section::id).distinct().count());
    }

    @Test
    void aMeanOfTwoGroupsIsCalledOne() {
        long[] goodput = new long[ShareDistribution.BINS];
        goodput[ShareDistribution.bin(0.93)] = 6;
        goodput[ShareDistribution.bin(0.11)] = 4;
        Evidence evidence = new Evidence(10, 48_000, 2_400, new ShareDistribution(goodput), null, WarmupCheck.NONE);
        RunResult run = HandMadeDamage.with(
                HandMadeDamage.run("outage", "as-drawn", 0.6, 0.38), HandMadeDamage.radius(0.38, null), evidence);
        assertEquals(10, Objects.requireNonNull(Collapse.of(evidence.goodput())).kept() + 4);
        String clause = Harm.clause(
                Objects.requireNonNull(run.blastRadius()), run, Who.of(Studies.BILLED.pipeline(), List.of("outage")));
        assertEquals(
                "visitors lost the good answers to 38.0 % ±1.0 of their requests, which are means of two groups that they do"
                        + " not describe: 6 of 10 replications kept 93 % goodput, 4 fell to 11 %",
                clause);
        assertEquals(
                1,
                Cautions.of(List.of(run), Who.of(Studies.BILLED.pipeline(), List.of("outage")))
                        .size());
    }

    @Test
    void namesAreTextAndNumbersHaveNoMinusNought() {
        String text = Texts.of(ComparisonChapter.of(BOTH)) + Texts.of(BlastRadiusChapter.of(BOTH));
        assertFalse(text.contains("NaN") || text.contains("−0 ") || text.contains("null"), text);
    }
}
