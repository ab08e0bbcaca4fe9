package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each end of an attempt costs, in exact dollars, and how much of it is wasted. The model takes 1 s to its first token and 10 s for
 * its 1,000 tokens; a request costs 0.5, its input 1 and its whole output 10.
 */
class CostLawsTest {

    private static final double EXACT = 1e-9;
    private static final double REQUEST_AND_INPUT = 1.5;
    private static final double ALL = REQUEST_AND_INPUT + 10;

    private static Lab model(String further, String client, String call) {
        return Lab.of(
                        Lab.client("a", ",'inputTokens':1000,'outputTokens':1000" + client)
                                + ",'m':{'kind':'model','latency':{'type':'llm','timeToFirstToken':'1s','tokensPerSecond':100},"
                                + "'price':{'perMillionInputTokens':1000,'perMillionOutputTokens':10000,'perRequest':0.5}"
                                + further + "},'s':{'kind':'static'}",
                        "'a->m':{" + call + "},'m->s':{}")
                .sends("a", 0);
    }

    private static void costs(double billed, double wasted, Trial trial) {
        assertEquals(billed, trial.result().billed(), EXACT);
        assertEquals(wasted, trial.result().wasted(), EXACT);
    }

    @Test
    void anAnswerCostsItsRequestItsInputAndItsOutput() {
        costs(ALL, 0, model("", "", "").run());
    }

    @ParameterizedTest
    @CsvSource({"500ms,0", "1s,0", "2s,100", "3500ms,250", "10990ms,999"})
    void aCancelledAnswerCostsItsInputAndTheTokensMadeSoFar(String patience, int tokens) {
        double price = REQUEST_AND_INPUT + tokens / 100.0;
        costs(
                price,
                price,
                model(",'cancellation':'all'", ",'patience':'" + patience + "'", "")
                        .run());
    }

    @Test
    void tokensMadeSoFarAreCountedByTheTimeThatTheModelDidNotStandStill() {
        // 1 s to the first token and 2 s of tokens, with 3 s of standing still between.
        Trial trial = model(",'cancellation':'all'", ",'patience':'6s'", "")
                .faults("{'target':'m','at':'500ms','for':'3s','freeze':true}")
                .run();
        costs(REQUEST_AND_INPUT + 2, REQUEST_AND_INPUT + 2, trial);
    }

    @Test
    void workThatIsCancelledWhileItStandsStillCostsWhatWasMadeBefore() {
        Trial trial = model(",'cancellation':'all'", ",'patience':'20s'", "")
                .faults("{'target':'m','at':'5s','for':'30s','freeze':true}")
                .run();
        costs(REQUEST_AND_INPUT + 4, REQUEST_AND_INPUT + 4, trial);
    }

    @Test
    void aSlowerModelHasMadeFewerTokensByTheSameTime() {
        // Twice as slow: 2 s to the first token, 20 s for all.
        Trial trial = model(",'cancellation':'all'", ",'patience':'6s'", "")
                .faults("{'target':'m','at':'0s','latencyFactor':2}")
                .run();
        costs(REQUEST_AND_INPUT + 2, REQUEST_AND_INPUT + 2, trial);
    }

    @Test
    void whatIsCancelledInTheQueueCostsNothing() {
        Trial trial = model(",'cancellation':'queued','concurrency':1", ",'patience':'8s'", "")
                .sends("a", 0, 0)
                .run();
        // The first goes on for nobody; the second leaves before its turn.
        costs(ALL, ALL, trial);
    }

    @Test
    void whatTimesOutAndIsNotCancelledIsPaidInFullAndWasted() {
        costs(ALL, ALL, model("", "", "'timeout':'2s'").run());
    }

    @Test
    void anErrorCostsNothing() {
        costs(0, 0, model(",'errorRate':1", "", "").run());
    }

    @Test
    void whatHangsCostsNothing() {
        Trial trial = model("", "", "'timeout':'20s'")
                .faults("{'target':'m','at':'0s','hangRate':1}")
                .run();
        costs(0, 0, trial);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'unavailable':true", "'unauthorized':true", "'quotaFactor':0"})
    void aRefusalCostsNothing(String effect) {
        costs(
                0,
                0,
                model("", "", "")
                        .faults("{'target':'m','at':'0s'," + effect + "}")
                        .run());
    }

    @Test
    void aMalformedAnswerIsPaidInFullAndWasted() {
        Trial trial = model("", "", "")
                .faults("{'target':'m','at':'0s','malformedRate':1}")
                .run();
        costs(ALL, ALL, trial);
    }

    @Test
    void aWrongAnswerIsPaidInFullAndNobodyKnowsThatItIsWasted() {
        costs(
                ALL,
                0,
                model("", "", "")
                        .faults("{'target':'m','at':'0s','wrongRate':1}")
                        .run());
    }

    @Test
    void aTruncatedAnswerCostsItsInputAndTheTokensThatCame() {
        Trial trial = model("", "", "")
                .faults("{'target':'m','at':'0s','truncatedRate':1}")
                .run();
        // The tokens that came are those for which there was time, whole ones.
        double seconds = trial.station("m").responses().meanSeconds();
        double tokens = Math.rint((seconds - 1) * 100);
        costs(REQUEST_AND_INPUT + tokens / 100, REQUEST_AND_INPUT + tokens / 100, trial);
    }

    @Test
    void anAnswerThatIsRetriedIsPaidForEachTime() {
        Trial trial = model("", "", "'retry':{'maxAttempts':3}")
                .faults("{'target':'m','at':'0s','for':'12s','malformedRate':1}")
                .run();
        // The answer at 11 s is useless, that at 22 s is used.
        costs(2 * ALL, ALL, trial);
    }

    @ParameterizedTest
    @CsvSource({"none,10", "queued,10", "all,8"})
    void aHedgeIsPaidForTwiceOrAsFarAsTheLoserCame(String cancellation, int loser) {
        // The first answers at 11 s; the second, sent at 2 s, has made 800 of its 1,000 tokens by then.
        Trial trial = model(",'cancellation':'" + cancellation + "'", "", "'hedge':{'after':'2s'}")
                .run();
        costs(ALL + REQUEST_AND_INPUT + loser, REQUEST_AND_INPUT + loser, trial);
    }

    @Test
    void whatAStoppedCallerHadPaidForIsWastedWithIt() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'patience':'3s'")
                                + ",'agent':{'kind':'service','cancellation':'all'},"
                                + "'first':{'kind':'tool','latency':'1s','price':{'perRequest':2}},"
                                + "'second':{'kind':'tool','latency':'10s','cancellation':'all','price':{'perRequest':4}}",
                        "'a->agent':{},'agent->first':{},'agent->second':{'step':2}")
                .sends("a", 0)
                .run();
        costs(6, 6, trial);
    }

    @Test
    void whatARequestHasCostThatIsNeverAnsweredIsWasted() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'m':{'kind':'model','price':{'perRequest':1}},"
                                + "'h':{'kind':'service'}",
                        "'a->s':{},'s->m':{'step':1},'s->h':{'step':2}")
                .sends("a", 1)
                .faults("{'target':'h','at':'0s','hangRate':1}")
                .run();
        assertEquals(Map.of("h/unanswered", 1L), trial.causes("a"));
        assertEquals(1, trial.result().billed(), 1e-9);
        assertEquals(1, trial.result().wasted(), 1e-9);
    }
}
