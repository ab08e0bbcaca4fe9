package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.editor.scenario.Targets;
import dev.blastradius.editor.scenario.TidyTime;
import dev.blastradius.editor.scenario.pattern.Pattern.Proposal;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.sim.RandomStream;
import java.util.List;
import java.util.Map;

/**
 * Incidents as long as real ones. Lengths are log-normal, as fitted to the incidents that two providers published for their APIs from
 * February 2021 to January 2025 (FAILS and ICPE'25 data). All models of a provider fail together, as its products did on 24 of 25
 * days; providers are independent of each other, as they nearly were. How bad it is is not published: each is a brownout.
 */
public final class RealIncidents {

    private static final long DRAWS = RandomStream.key("lengths of incidents");
    private static final double MINUTE = 60;

    /** Providers whose incidents were published. */
    public static final List<Provider> PROVIDERS = List.of(
            new Provider("openai", "OpenAI API", 4.34, 1.23, 250),
            new Provider("anthropic", "Anthropic API", 4.36, 1.41, 134));

    private RealIncidents() {}

    /**
     * A provider with the lengths of its incidents.
     *
     * @param tag the value of the tag "provider" that its components have
     * @param title for people
     * @param mu the mean of the lengths' logarithms, lengths in minutes
     * @param sigma their standard deviation
     * @param incidents on how many it rests
     */
    public record Provider(String tag, String title, double mu, double sigma, int incidents) {

        /** The tags that all its components have. */
        public Target target() {
            return Target.tags(Map.of(Pattern.PROVIDER, tag));
        }

        /**
         * The length of one incident in seconds: the same for the same number, on every machine.
         *
         * @param number which draw
         */
        public double length(long number) {
            long key = RandomStream.mix(RandomStream.mix(DRAWS, RandomStream.key(tag)), number);
            double minutes =
                    StrictMath.exp(mu + sigma * new RandomStream().start(key).normal());
            return minutes * MINUTE;
        }

        /** The median of its incidents' lengths, in seconds. */
        public double median() {
            return StrictMath.exp(mu) * MINUTE;
        }

        /** Whether a pipeline has something of this provider. */
        public boolean isIn(Pipeline pipeline) {
            return Targets.isIn(pipeline, target());
        }
    }

    /**
     * A drawn incident.
     *
     * @param number which draw it is: it gives the same again
     * @param length how long it lasts, in seconds
     * @param begin when it begins, in seconds
     * @param run how long the run lasts, in seconds
     * @param faults what befalls; none where there is an obstacle
     * @param obstacle why there is none, without a full stop; empty where there is
     */
    public record Drawn(
            Provider provider,
            long number,
            double length,
            double begin,
            double run,
            List<Fault> faults,
            String obstacle) {

        /** Whether the run ends before the incident does. */
        public boolean isCut() {
            return begin + length > run;
        }

        /** How long a run would have to last to see all of it and a quarter of an hour more, in seconds; whole ten minutes. */
        public double wholeRun() {
            return StrictMath.ceil((begin + length + 15 * MINUTE) / (10 * MINUTE)) * 10 * MINUTE;
        }

        /** What was drawn, in a sentence or two. */
        public String note() {
            String drawn = provider.title() + ", draw " + number + ": " + TidyTime.words(length)
                    + (isCut() ? "; the run lasts " + TidyTime.words(run) + ", and cuts it" : "");
            return drawn + " (fitted median " + TidyTime.words(Math.rint(provider.median() / MINUTE) * MINUTE) + ", "
                    + provider.incidents() + " incidents)";
        }
    }

    /**
     * Draws an incident.
     *
     * @param number which draw: the same gives the same again
     * @param begin when it begins, in seconds, 0 to the run's length
     * @param run how long the run lasts, in seconds
     */
    public static Drawn draw(Pipeline pipeline, Provider provider, long number, double begin, double run) {
        double length = provider.length(number);
        if (!provider.isIn(pipeline)) {
            String why = "no component has the tag provider = " + provider.tag();
            return new Drawn(provider, number, length, begin, run, List.of(), why);
        }
        Proposal proposal =
                Patterns.BROWNOUT.lasting(pipeline, provider.target(), begin, Math.min(length, run - begin));
        return new Drawn(provider, number, length, begin, run, proposal.faults(), proposal.obstacle());
    }
}
