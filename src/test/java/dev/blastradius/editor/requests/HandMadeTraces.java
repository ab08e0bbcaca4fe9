package dev.blastradius.editor.requests;

import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.RequestOutcome;
import java.util.List;
import java.util.Map;

/** Requests that a test knows all about, in the example with two providers. */
public final class HandMadeTraces {

    /** The pipeline that they are of. */
    public static final Pipeline PIPELINE =
            Examples.load("rag-support-two-providers").pipeline();

    private HandMadeTraces() {}

    /** Four requests: one that failed, one that was late, one whose user gave up, and one of which nothing is to be said. */
    public static Traces traces() {
        return new Traces(
                List.of(failed(), ok(1, "visitors", 610, 618, true), abandoned(), ok(3, "staff", 700, 702, false)),
                Map.of(RequestOutcome.OK, 900L, RequestOutcome.FAILED, 50L, RequestOutcome.ABANDONED, 5L));
    }

    /** Sent at 600 s, failed of its second attempt at Sonnet at 606 s, while the first one still goes on. */
    public static RequestTrace failed() {
        return new RequestTrace(
                0,
                "visitors",
                600,
                606,
                RequestOutcome.FAILED,
                false,
                false,
                2,
                1_200,
                300,
                0.0125,
                "sonnet/error",
                List.of(
                        span(0, -1, Kind.REQUEST, "visitors", 600, 606, "failed"),
                        span(1, 0, Kind.CALL, "visitors->assistant", 600, 606, "error"),
                        new TraceSpan(
                                2,
                                1,
                                Kind.ATTEMPT,
                                "assistant->sonnet",
                                600.5,
                                606,
                                "timeout",
                                true,
                                false,
                                1,
                                false,
                                false,
                                1_200,
                                0,
                                0),
                        span(3, 1, Kind.BACKOFF, "assistant->sonnet", 602, 603, ""),
                        new TraceSpan(
                                4,
                                1,
                                Kind.ATTEMPT,
                                "assistant->sonnet",
                                603,
                                606,
                                "error",
                                false,
                                true,
                                2,
                                false,
                                false,
                                1_200,
                                300,
                                0.0125),
                        span(5, 4, Kind.QUEUE, "sonnet", 603, 604, ""),
                        span(6, 4, Kind.WORK, "sonnet", 604, 606, "error"),
                        span(7, 1, Kind.REFUSAL, "assistant->gpt-5", 606, 606, "circuitBreaker")),
                true);
    }

    private static RequestTrace abandoned() {
        return new RequestTrace(
                2,
                "staff",
                620,
                680,
                RequestOutcome.ABANDONED,
                false,
                false,
                1,
                0,
                0,
                0,
                "",
                List.of(span(0, -1, Kind.REQUEST, "staff", 620, 680, "abandoned")),
                true);
    }

    private static RequestTrace ok(long number, String client, double sent, double ended, boolean late) {
        return new RequestTrace(
                number,
                client,
                sent,
                ended,
                RequestOutcome.OK,
                late,
                false,
                1,
                10,
                20,
                0.001,
                "",
                List.of(span(0, -1, Kind.REQUEST, client, sent, ended, "ok")),
                true);
    }

    private static TraceSpan span(
            int number, int parent, Kind kind, String where, double from, double to, String result) {
        return new TraceSpan(number, parent, kind, where, from, to, result, false, false, 0, false, false, 0, 0, 0);
    }
}
