package dev.blastradius.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Unit;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.NoProtection;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.io.Model;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.compare.Compared.Contender;
import dev.blastradius.ui.compare.Measures.Verdict;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page of comparisons says, without a screen. */
class ComparedTest {

    private static Compared compared;

    @BeforeAll
    static void run() {
        compared = Comparisons.run(Comparisons.request(Comparisons.model(), 3));
    }

    private static Contender strategy(String id) {
        return compared.contenders().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Measures.Row row(Measures measures, String name) {
        return measures.rows().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void strategiesAreColumnsInTheModelsOrderAndColoursTheDrawingFirst() {
        assertEquals(
                List.of("As drawn", "No retries"),
                compared.contenders().stream().map(Contender::name).toList());
        assertEquals(Ink.STRATEGY_1, strategy("as-drawn").ink());
        assertEquals(Ink.STRATEGY_2, strategy("no-retry").ink());
    }

    @Test
    void aStrategyKeepsItsColourWhereOthersAreLeftOut() {
        Request all = Comparisons.request(Comparisons.model(), 1);
        Request one = new Request(all.model(), List.of(), List.of("no-retry"), all.settings(), null);
        assertEquals(Ink.STRATEGY_2, Comparisons.run(one).contenders().get(0).ink());
    }

    @Test
    void scenariosAreRowsAfterTheOneWithoutAFault() {
        List<Overview.Row> rows = Overview.of(compared).rows();
        assertEquals(
                List.of("No fault", "Opus returns 40 % errors for 4 minutes", "Opus and the second provider are gone"),
                rows.stream().map(Overview.Row::name).toList());
        for (Overview.Row row : rows) {
            assertEquals(2, row.cells().size());
        }
        assertFalse(rows.get(0).cells().get(0).below().contains("recovered"));
        assertTrue(rows.get(1).cells().get(0).below().contains(" of 3"), rows.toString());
    }

    @Test
    void bestIsMarkedExactlyWhereTheComparisonEstablishesIt() {
        for (Overview.Row row : Overview.of(compared).rows()) {
            Comparison comparison = compared.comparison(row.scenario(), Metric.GOODPUT);
            for (int i = 0; i < row.cells().size(); i++) {
                boolean best = compared.contenders().get(i).id().equals(comparison.best());
                assertEquals(best, row.cells().get(i).isBest(), row.name());
            }
        }
    }

    @Test
    void theFirstSentenceNamesAWinnerExactlyWhereOneIsEstablished() {
        String sentence = Winners.sentence(compared);
        List<String> won = List.of("brownout", "outage").stream()
                .filter(each -> compared.comparison(each, Metric.GOODPUT).best() != null)
                .toList();
        for (String scenario : List.of("brownout", "outage")) {
            boolean namesIt = sentence.contains("“" + compared.names().scenario(scenario) + "”");
            String best = compared.comparison(scenario, Metric.GOODPUT).best();
            if (won.size() == 1) {
                assertTrue(namesIt, sentence);
            }
            if (best != null) {
                assertTrue(sentence.startsWith("Best goodput, established: "), sentence);
                assertTrue(sentence.contains("“" + strategy(best).name() + "”"), sentence);
            }
        }
        assertEquals(won.isEmpty(), sentence.startsWith("Which strategy has the best goodput is not established"));
        Request one = new Request(
                compared.request().model(),
                List.of("outage"),
                List.of("as-drawn", "no-retry"),
                compared.request().settings().withReplications(1),
                null);
        assertEquals("", Winners.sentence(Comparisons.run(one)));
    }

    @Test
    void whatRequestsBecameMoreOfAddsUpToTheGoodputThatWasLost() {
        Damage damage = strategy("as-drawn").run("outage").blastRadius().all();
        double parts = damage.failed().mean()
                + damage.abandoned().mean()
                + damage.late().mean()
                + damage.wrong().mean();
        assertEquals(damage.lostGoodput().mean(), parts, 0.02);
        List<String> names = Measures.of(compared, "outage", strategy("as-drawn")).rows().stream()
                .map(Measures.Row::name)
                .toList();
        assertTrue(
                names.containsAll(List.of("Failed more", "Abandoned more", "Late more", "Wrong more")),
                names::toString);
    }

    @Test
    void theDifferenceTurnsItsSignAndItsVerdictWithTheBaseline() {
        Measures oneWay = Measures.of(compared, "brownout", strategy("as-drawn"));
        Measures other = Measures.of(compared, "brownout", strategy("no-retry"));
        Measures.Cell forward = row(oneWay, "Goodput").cells().get(1);
        Measures.Cell backward = row(other, "Goodput").cells().get(0);
        assertEquals("", row(oneWay, "Goodput").cells().get(0).difference());
        assertEquals(forward.difference().replace('−', '?').replace('+', '−').replace('?', '+'), backward.difference());
        boolean opposite = forward.verdict() == Verdict.OPEN
                ? backward.verdict() == Verdict.OPEN
                : forward.verdict() != backward.verdict();
        assertTrue(opposite, forward + " " + backward);
    }

    @Test
    void moreGoodputIsBetterAndMoreCostIsWorseAndChanceIsNeither() {
        Interval more = new Interval(0.1, 0.05, 0.15);
        assertEquals(Verdict.BETTER, Measures.verdict(Metric.GOODPUT, more, true));
        assertEquals(Verdict.WORSE, Measures.verdict(Metric.COST, more, true));
        assertEquals(Verdict.OPEN, Measures.verdict(Metric.COST, more, false));
    }

    @Test
    void differencesOfSharesAreInPercentagePointsWithTheirSign() {
        assertEquals("+12.3 pp", Measures.signed(Unit.SHARE, 0.1234));
        assertEquals("−0.5 pp", Measures.signed(Unit.SHARE, -0.005));
        assertEquals("−$0.25", Measures.signed(Unit.MONEY, -0.25));
        assertEquals("0 pp", Measures.signed(Unit.SHARE, 0));
    }

    @Test
    void whatOnlyAnOutageHasIsLeftOutWithoutOne() {
        Measures calm = Measures.of(compared, null, strategy("as-drawn"));
        assertTrue(calm.rows().stream().noneMatch(row -> row.name().equals("Recovered")));
        Measures outage = Measures.of(compared, "outage", strategy("as-drawn"));
        assertTrue(row(outage, "Recovered").cells().get(0).value().endsWith(" of 3"));
    }

    @Test
    void differencesFromTheDrawingAreThoseOfThePatch() {
        Differences none = Differences.of(Comparisons.model().pipeline(), strategy("as-drawn"));
        assertEquals(List.of(), none.groups());
        Differences some = Differences.of(Comparisons.model().pipeline(), strategy("no-retry"));
        assertEquals(1, some.groups().size());
        assertEquals("Assistant → Opus", some.groups().get(0).name());
        assertEquals("Retry", some.groups().get(0).lines().get(0).name());
    }

    @Test
    void whatARunbookChangesIsSaidWithItsTime() {
        Model model = Comparisons.model(
                "\"no-retry\":{",
                "\"by-hand\":{\"patch\":{},\"runbook\":[{\"after\":\"2m\",\"patch\":{\"components\":{\"opus\":"
                        + "{\"concurrency\":7}}}}]},\"no-retry\":{");
        Request request = Comparisons.request(model, 1);
        Compared run =
                Comparisons.run(new Request(model, List.of("brownout"), List.of("by-hand"), request.settings(), null));
        Differences differences =
                Differences.of(model.pipeline(), run.contenders().get(0));
        assertEquals("After 2m of the outage: Opus", differences.groups().get(0).name());
        assertEquals("300 → 7", differences.groups().get(0).lines().get(0).values());
    }

    @Test
    void theResultIsStaleAfterWhatWouldChangeItAndAfterNothingElse() {
        Request request = compared.request();
        assertTrue(request.wouldBeTheSame(Comparisons.model().pipeline()));
        assertTrue(request.wouldBeTheSame(
                Comparisons.model("\"replications\":4", "\"replications\":5").pipeline()));
        for (String[] change : List.of(
                new String[] {"\"concurrency\":300", "\"concurrency\":299"},
                new String[] {"\"timeout\":\"30s\"", "\"timeout\":\"31s\""},
                new String[] {"\"errorRate\":0.4", "\"errorRate\":0.5"},
                new String[] {"{\"retry\":null}", "{\"retry\":null,\"timeout\":\"9s\"}"},
                new String[] {"\"seed\":42", "\"seed\":43"})) {
            Model changed = Comparisons.model(change[0], change[1]);
            assertFalse(request.wouldBeTheSame(changed.pipeline()), change[1]);
        }
    }

    @Test
    void anotherScenarioOrStrategyThanThoseComparedLeavesItFresh() {
        Request all = compared.request();
        Request some = new Request(all.model(), List.of("outage"), List.of("as-drawn"), all.settings(), null);
        assertTrue(some.wouldBeTheSame(
                Comparisons.model("\"errorRate\":0.4", "\"errorRate\":0.5").pipeline()));
        assertTrue(some.wouldBeTheSame(
                Comparisons.model("{\"retry\":null}", "{\"timeout\":\"9s\"}").pipeline()));
    }

    @Test
    void aModelWithoutItsRecordingIsRefusedOnceAndNotOnceForEachStrategy() {
        Model model = Comparisons.model(
                "{\"arrivals\":\"poisson\",\"requestsPerSecond\":20}",
                "{\"arrivals\":\"recorded\",\"file\":\"none.csv\"}");
        List<Problem> problems = Comparisons.request(model, 1).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertNotEquals(List.of(), problems);
    }

    @Test
    void theBoundsStandBesideTheStrategiesAndAreNone() {
        assertTrue(compared.contenders().stream().noneMatch(each -> each.id().equals(NoProtection.ID)));
        for (Overview.Row row : Overview.of(compared).rows()) {
            assertEquals(2, row.bounds().size());
            assertTrue(row.bounds().stream().noneMatch(Overview.Cell::isBest));
        }
        List<Compared.Bound> bounds = compared.bounds("outage");
        double bare = bounds.get(0).goodput().mean();
        double clairvoyant = bounds.get(1).goodput().mean();
        for (Contender each : compared.contenders()) {
            double goodput = each.run("outage").totals().goodput().mean();
            assertTrue(goodput <= clairvoyant + 1e-9, each.name() + " " + goodput + " above " + clairvoyant);
        }
        assertTrue(bare <= clairvoyant + 1e-9, bare + " " + clairvoyant);
        assertEquals(2, compared.references("outage").size());
        assertEquals(1, compared.references(null).size());
        assertEquals(
                "–",
                row(Measures.of(compared, "outage", strategy("as-drawn")), "Failed or abandoned")
                        .bounds()
                        .get(1)
                        .value());
    }

    @Test
    void whereAPrecisionWasAskedForTheBasisSaysWhetherItWasReached() {
        Request plain = Comparisons.request(Comparisons.model(), 2);
        Request wide =
                new Request(plain.model(), List.of(), plain.strategies(), plain.settings(), new Stopping(0.5, 3));
        assertTrue(Comparisons.run(wide).basis().contains("known as well as asked"));
        Request narrow = new Request(
                plain.model(), List.of("brownout"), plain.strategies(), plain.settings(), new Stopping(1e-6, 3));
        assertTrue(Comparisons.run(narrow).basis().contains("not known as well as asked"));
    }

    @Test
    void theBasisSaysHowManyReplicationsThereAre() {
        assertTrue(compared.basis().startsWith("3 replications of 10 min each"), compared.basis());
    }
}
