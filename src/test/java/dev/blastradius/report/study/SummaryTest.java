package dev.blastradius.report.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Finding.OfSweep;
import dev.blastradius.report.study.Account.Sentence;
import dev.blastradius.report.wording.Differences;
import dev.blastradius.report.wording.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five sentences of a summary, each true of the numbers that the engine gave. */
class SummaryTest {

    private static final OfComparison DOWN =
            Studies.comparison(Studies.BILLED, 5, List.of("down"), List.of("as-drawn", "spare"));

    static Stream<Finding> findings() {
        return Stream.of(
                DOWN,
                Studies.comparison(Studies.BILLED, 1, List.of("down", "half"), List.of("as-drawn", "spare")),
                Studies.comparison(Studies.BILLED, 2, List.of(), List.of("as-drawn", "same")),
                Studies.run(Studies.FREE, 2, "for-ever", "as-drawn"),
                Studies.run(Studies.BILLED, 1, "", "spare"),
                Studies.matrix(Studies.BILLED, 2),
                Studies.sweep(Studies.FREE, 2, "", "load", List.of(0.5, 1.0)),
                Studies.tippingPoint(Studies.NARROW, 3, "for-ever", 0.2, 1.0));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void thereAreFiveSentencesWhateverWasFoundOut(Finding finding) {
        List<Sentence> sentences = Summary.account(finding).sentences();
        assertEquals(5, sentences.size());
        for (Sentence sentence : sentences) {
            String text = sentence.text();
            assertTrue(text.endsWith("."), text);
            assertEquals(1, text.split("[.!?](?= |$)", -1).length - 1, "one sentence: " + text);
            assertEquals(text.substring(0, 1).toUpperCase(java.util.Locale.ROOT), text.substring(0, 1), text);
            assertFalse(text.contains("NaN") || text.contains("null") || text.contains("–"), text);
        }
    }

    @Test
    void theFirstSaysWhatBrokeAndWhen() {
        String text = sentence(DOWN, "What was broken");
        assertTrue(text.contains("“Provider down” (from 1 min to 2 min)"), text);
        assertTrue(text.contains("each of two strategies, in 5 replications of 5 min"), text);
    }

    @Test
    void clientsWithDifferentFatesAreToldApart() {
        RunResult run =
                Objects.requireNonNull(Standings.of(DOWN.study(), "down").run("as-drawn"));
        String lost = Numbers.share(Objects.requireNonNull(run.blastRadius())
                .clients()
                .get("customers")
                .lostGoodput());
        assertEquals(
                "As drawn, Customers lost the good answers to " + lost + " of their requests and Staff lost none.",
                sentence(DOWN, "Who was hit"));
    }

    @Test
    void aRecoveryIsToldWithItsShareAndItsTime() {
        RunResult run =
                Objects.requireNonNull(Standings.of(DOWN.study(), "down").run("as-drawn"));
        assertEquals(
                "The pipeline as drawn recovered in all 5 replications (95 % interval 57 % to 100 %), "
                        + Numbers.time(Recovery.time(run)) + " after the last fault had ended.",
                sentence(DOWN, "Recovery"));
    }

    @Test
    void anEstablishedLeadIsToldWithItsInterval() {
        Standings standings = Standings.of(DOWN.study(), "down");
        assertTrue(standings.isEstablished(Metric.GOODPUT, "spare", "as-drawn"));
        String lead = Differences.size(Metric.GOODPUT, standings.difference(Metric.GOODPUT, "spare", "as-drawn"));
        String text = sentence(DOWN, "Best strategy");
        assertTrue(text.startsWith("“Spare provider” is the better of the two, which is established: "), text);
        assertTrue(text.endsWith(lead + " more than as drawn."), text);
    }

    @Test
    void theCostIsToldBesideTheBaselinesWithAndWithoutFaults() {
        String text = sentence(DOWN, "Cost");
        assertTrue(text.contains("as drawn and the same with “Spare provider”; in the scenario, $"), text);
        assertTrue(text.endsWith(" more, established): a request that fails early costs less."), text);
    }

    @Test
    void oneReplicationEstablishesNothing() {
        OfComparison finding = Studies.comparison(Studies.BILLED, 1, List.of("down"), List.of("as-drawn", "spare"));
        Map<String, String> sentences = Studies.sentences(finding);
        assertTrue(
                Objects.requireNonNull(sentences.get("Best strategy"))
                        .startsWith(
                                "Which strategy is best is not established, because one replication establishes nothing; in it, “Spare"));
        assertTrue(Objects.requireNonNull(sentences.get("Recovery")).contains("does not tell how often"));
        sentences.values().forEach(text -> assertFalse(text.contains("±") || text.contains("interval"), text));
        assertTrue(Summary.account(finding).notices().get(0).startsWith("One replication was made."));
    }

    @Test
    void aMatrixOfOneReplicationEstablishesNothing() {
        Account account = Summary.account(Studies.matrix(Studies.BILLED, 1));
        account.sentences().forEach(each -> assertFalse(each.text().contains("establish"), each.text()));
        account.facts().forEach(each -> assertFalse(each.name().contains("establish"), each.name()));
    }

    @Test
    void whereNoRequestIsMeasuredNothingIsClaimed() {
        OfComparison finding = Studies.comparison(Studies.SILENT, 2, List.of("down"), List.of("as-drawn", "spare"));
        assertTrue(sentence(finding, "Recovery").endsWith("cannot be told, because no request was measured."));
        assertTrue(Summary.account(finding).facts().stream()
                .anyMatch(fact -> fact.words().text().equals("as drawn: not shown, for no request was measured")));
        assertEquals(
                "No request was measured, so nothing is known of what hurts.",
                sentence(Studies.matrix(Studies.SILENT, 2), "What hurts most"));
        OfSweep sweep = Studies.sweep(Studies.SILENT, 2, "down", "load", List.of(0.5, 1.0));
        assertTrue(sentence(sweep, "Recovery").endsWith("because no request was measured."));
        assertEquals("No point was measured.", sentence(sweep, "Where it turns"));
    }

    @Test
    void severalScenariosInOneReplicationEstablishNothingEither() {
        String text = sentence(
                Studies.comparison(Studies.BILLED, 1, List.of("down", "half"), List.of("as-drawn", "spare")),
                "Best strategy");
        assertTrue(text.startsWith("No strategy is established as best in any of the 2 scenarios, because one"), text);
        assertTrue(text.endsWith("the most good answers came from “Spare provider” in scenarios 1 and 2."), text);
    }

    @Test
    void whatNeverRecoversIsSaidNotTo() {
        OfComparison finding = Studies.comparison(Studies.NARROW, 3, List.of("frozen"), List.of("as-drawn", "same"));
        assertTrue(sentence(finding, "Recovery")
                .startsWith(
                        "The pipeline as drawn did not recover before the run ended, in any of 3 replications (95 %"));
        assertTrue(sentence(finding, "Best strategy").startsWith("There is nothing to choose between two strategies:"));
    }

    @Test
    void aScenarioInWhichNothingFailsHitsNobody() {
        OfComparison finding = Studies.comparison(Studies.BILLED, 2, List.of("nothing"), List.of("as-drawn", "same"));
        assertTrue(sentence(finding, "What was broken").contains("(in which nothing fails within the run)"));
        assertEquals(
                "As drawn, nobody was hit: not one request ended otherwise than without the faults.",
                sentence(finding, "Who was hit"));
        assertEquals("Nothing was broken, so there was nothing to recover from.", sentence(finding, "Recovery"));
    }

    @Test
    void withoutAScenarioNothingWasBroken() {
        OfComparison finding = Studies.comparison(Studies.BILLED, 2, List.of(), List.of("as-drawn", "same"));
        assertTrue(sentence(finding, "What was broken").startsWith("Nothing was broken:"));
        assertTrue(sentence(finding, "Who was hit").startsWith("Without a fault nobody was hit;"));
    }

    @Test
    void neitherCostNorObjectiveNorRivalIsMadeUp() {
        OfComparison finding = Studies.comparison(Studies.FREE, 2, List.of("down", "for-ever"), List.of("as-drawn"));
        assertEquals(
                "Nothing in this model is billed, so nothing is known of what a strategy costs.",
                sentence(finding, "Cost"));
        assertEquals(
                "Only one strategy was run, as drawn, so nothing is said of which is best.",
                sentence(finding, "Best strategy"));
        assertTrue(
                sentence(finding, "Recovery")
                        .endsWith(
                                "; of the other that cannot be told, because not every fault ends a minute before the run does."));
        assertTrue(Summary.account(finding).facts().stream()
                .anyMatch(fact -> fact.words().text().startsWith("none: no client has an objective")));
    }

    @Test
    void strategiesThatWinEverywhereAreToldWithTheRangeOfTheirLeads() {
        String text = sentence(
                Studies.comparison(Studies.BILLED, 4, List.of("down", "half"), List.of("as-drawn", "spare")),
                "Best strategy");
        assertTrue(
                text.startsWith(
                        "“Spare provider” is best in both scenarios, established against each other strategy (by "),
                text);
        assertTrue(text.endsWith(" more goodput than as drawn)."), text);
    }

    @Test
    void aCancelledStudySaysHowFarItCame() {
        int[] asked = {0};
        OfComparison finding = Studies.comparison(
                Studies.BILLED, 400, List.of("down"), List.of("as-drawn", "spare"), new RunProgress() {
                    @Override
                    public synchronized boolean isCancelled() {
                        return ++asked[0] > 60;
                    }
                });
        assertFalse(finding.study().isComplete());
        String notice = Summary.account(finding).notices().get(0);
        assertTrue(notice.startsWith("The study was ended before all was done that was asked for: "), notice);
        assertTrue(notice.contains(" of 400"), notice);
        assertEquals(5, Summary.account(finding).sentences().size());
    }

    @Test
    void aSweepTellsBetweenWhichPointsRecoveryChanges() {
        OfSweep finding = Studies.sweep(Studies.NARROW, 3, "down", "load", List.of(0.5, 0.9, 1.2));
        assertEquals(
                "It recovered at 0.9 (3 of 3) and did not recover at 1.2 (0 of 3).",
                sentence(finding, "Where it turns"));
    }

    @Test
    void aSearchTellsWhereTheModelStands() {
        Map<String, String> sentences = Studies.sentences(Studies.tippingPoint(Studies.NARROW, 6, "frozen", 0.2, 1.0));
        String answer = Objects.requireNonNull(sentences.get("Answer"));
        assertTrue(answer.matches("It recovers at 0\\.[0-9]+ and no longer at 0\\.[0-9]+\\."), answer);
        assertTrue(Objects.requireNonNull(sentences.get("The model as it is"))
                .startsWith("The model has 1, on the side where it does not recover, "));
    }

    @Test
    void whatCannotBeJudgedHasNoTippingPoint() {
        assertEquals(
                "Nothing can be said, because not every fault ends a minute before the run does.",
                sentence(Studies.tippingPoint(Studies.NARROW, 3, "for-ever", 0.2, 1.0), "Answer"));
    }

    private static String sentence(Finding finding, String lead) {
        return Objects.requireNonNull(Studies.sentences(finding).get(lead));
    }
}
