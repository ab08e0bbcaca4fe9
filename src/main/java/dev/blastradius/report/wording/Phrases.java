package dev.blastradius.report.wording;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.inference.Proportion;
import java.util.ArrayList;
import java.util.List;

/** How a report puts words together, the same in every chapter. */
public final class Phrases {

    private static final String[] SMALL = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    private Phrases() {}

    /** A name that somebody gave, in quotation marks. */
    public static String quoted(String name) {
        return "“" + name + "”";
    }

    /** With a capital letter at its beginning. */
    public static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + text.substring(Character.charCount(first));
    }

    /**
     * {@code "A"}, {@code "A and B"}, {@code "A, B and C"}, {@code "A, B and 4 more"}.
     *
     * @param most so many are named, or one more where that is all of them
     */
    public static String listed(List<String> names, int most) {
        int named = names.size() == most + 1 ? names.size() : Math.min(most, names.size());
        List<String> all = new ArrayList<>(names.subList(0, named));
        if (names.size() > named) {
            all.add((names.size() - named) + " more");
        }
        if (all.isEmpty()) {
            return "";
        }
        String last = all.remove(all.size() - 1);
        return all.isEmpty() ? last : String.join(", ", all) + " and " + last;
    }

    /** A number in a sentence, small ones as words: {@code "four outages"}, {@code "1 outage"} as {@code "one outage"}, {@code "20 outages"}. */
    public static String counted(int count, String noun) {
        return counted(count, noun, noun + "s");
    }

    /** The same with a noun whose plural is its own. */
    public static String counted(int count, String one, String several) {
        String number = count >= 0 && count < SMALL.length ? SMALL[count] : Figures.count(count);
        return number + " " + (count == 1 ? one : several);
    }

    /** {@code "both scenarios"}, {@code "all four scenarios"}. */
    public static String all(int count, String nouns) {
        return count == 2
                ? "both " + nouns
                : "all " + (count < SMALL.length ? SMALL[count] : Figures.count(count)) + " " + nouns;
    }

    /** In how many replications, with the interval: {@code "in 7 of 10 replications (95 % interval 40 % to 89 %)"}; without one for a single replication. */
    public static String inReplications(Proportion share, double confidence) {
        if (share.of() == 1) {
            return share.successes() == 1 ? "in the one replication" : "not in the one replication";
        }
        String count = share.successes() == share.of()
                ? "in all " + Figures.count(share.of())
                : "in " + (share.successes() == 0 ? "none" : Figures.count(share.successes())) + " of "
                        + Figures.count(share.of());
        return count + " replications (" + interval(share, confidence) + ")";
    }

    /** Of what share of all replications that speaks: {@code "95 % interval 40 % to 89 %"}. */
    public static String interval(Proportion share, double confidence) {
        return Figures.share(confidence) + " interval " + whole(share.low()) + " to " + whole(share.high());
    }

    private static String whole(double share) {
        double rounded = Math.rint(100 * share) / 100;
        boolean looksAllOrNothing = (rounded == 0 || rounded == 1) && share != rounded;
        return Figures.share(looksAllOrNothing ? share : rounded);
    }

    /** How many replications runs rest on: {@code "10 replications"}, {@code "3 to 10 replications"} where they differ. */
    public static String replications(List<RunResult> runs) {
        int least = fewest(runs);
        int most = most(runs);
        return (least == most ? "" : Figures.count(least) + " to ") + Numbers.counted(most, "replication");
    }

    /** The replications of the run with the fewest; 0 where there is no run. */
    public static int fewest(List<RunResult> runs) {
        return runs.stream()
                .mapToInt(run -> run.evidence().replications())
                .min()
                .orElse(0);
    }

    /** The replications of the run with the most; 0 where there is no run. */
    public static int most(List<RunResult> runs) {
        return runs.stream()
                .mapToInt(run -> run.evidence().replications())
                .max()
                .orElse(0);
    }
}
