package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.experiment.cascade.ChangePoint.Found;
import dev.blastradius.experiment.cascade.Onset.Limit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for crossed limits in the series of one replication, and gathers what it finds. What it finds has no rank yet. */
final class Watch {

    /**
     * For how long a measured value must be over its limit, in seconds: longer than a burst of chance, shorter than the time-outs that carry
     * damage from one component to the next, which are tens of seconds with models.
     */
    static final double LASTING = 10;

    /** Where it grows by this much more, its highest is worth saying too. */
    private static final double WORTH_SAYING = 1.5;

    private final Chronicle chronicle;
    private final int first;
    private final int before;
    private final int lasting;
    private final List<Onset> onsets = new ArrayList<>();

    /**
     * @param from from when what is recorded tells what is usual, in seconds
     * @param to to when; not after {@code from}: nothing tells
     */
    Watch(Chronicle chronicle, double from, double to) {
        this.chronicle = chronicle;
        before = (int) Math.floor(to / chronicle.stepSeconds() + 1e-9);
        first = Math.min(before, (int) Math.floor(from / chronicle.stepSeconds()));
        lasting = Math.max(2, steps(LASTING));
    }

    Chronicle chronicle() {
        return chronicle;
    }

    List<Onset> onsets() {
        return List.copyOf(onsets);
    }

    /** Something measured of a step. */
    interface Reading {
        double in(int step);
    }

    /** What is said of a share: now, usually (NaN: nobody knows), and at its highest (NaN: it hardly grows). */
    interface Words {
        String say(int from, double now, double usual, double worst);
    }

    /** A share goes over what is usual. */
    void share(String where, Limit limit, Course course, double least, Words words) {
        Found found = over(course, least);
        if (found != null) {
            share(where, limit, course, found, lasting, words);
        }
    }

    /** When a share was over what is usual, and over the least that counts; null: never. */
    @Nullable
    Found over(Course course, double least) {
        return before >= course.steps() ? null : ChangePoint.find(course, first, before, limit(course, least));
    }

    /** A share has gone over what is usual; it is said as the mean over so many steps. */
    void share(String where, Limit limit, Course course, Found found, int steps, Words words) {
        share(where, limit, course, found, steps, 0, words);
    }

    /** The same; at its worst it is said to have been only where there were at least so many tries in these steps. */
    void share(String where, Limit limit, Course course, Found found, int steps, double least, Words words) {
        double now = course.shareFrom(found.from(), steps);
        double worst = course.highest(found.from(), found.to() < 0 ? course.steps() : found.to(), steps, least);
        double usual = course.share(Math.min(first, course.steps()), Math.min(before, course.steps()));
        add(found, where, limit, words.say(found.from(), now, usual, isWorthSaying(now, worst) ? worst : Double.NaN));
    }

    /** How many tries there are in a step without a fault; NaN: nobody knows. */
    double usualTries(Course course) {
        int known = Math.min(before, course.steps());
        return known <= first ? Double.NaN : course.tries(first, known) / (known - first);
    }

    /** At least three times the usual share; where that would be more than all, half-way to it. */
    private double limit(Course course, double least) {
        int known = Math.min(before, course.steps());
        int from = Math.min(first, known);
        // Half a hit more than was seen: what has not happened yet is not impossible.
        double tries = course.tries(from, known);
        double usual = tries == 0 ? 0 : (course.hits(from, known) + 0.5) / (tries + 1);
        return Math.max(least, Math.min((1 + usual) / 2, ChangePoint.TIMES_USUAL * usual));
    }

    /** Whether the highest of something says more than what it was in the beginning. */
    static boolean isWorthSaying(double now, double worst) {
        return worst > WORTH_SAYING * now;
    }

    /** {@code " (usual 0.2 %; at worst 97 %)"}, without what is NaN. */
    static String beside(double usual, double worst, DoubleFunction<String> written) {
        String both = Stream.of(
                        Double.isNaN(usual) ? "" : "usual " + written.apply(usual),
                        Double.isNaN(worst) ? "" : "at worst " + written.apply(worst))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
        return both.isEmpty() ? "" : " (" + both + ")";
    }

    /** A value for each step so far. */
    double[] values(Reading reading) {
        double[] values = new double[chronicle.recorded()];
        Arrays.setAll(values, reading::in);
        return values;
    }

    /** So many steps as a length of time has, 1 or more. */
    int steps(double seconds) {
        return (int) Math.max(1, Math.ceil(seconds / chronicle.stepSeconds() - 1e-9));
    }

    /** A measured value is at or over its limit for some time. */
    @Nullable
    Found over(double[] values, double[] limits) {
        return over(values, limits, lasting);
    }

    /** The same, for at least so many steps. */
    @Nullable
    Found over(double[] values, double[] limits, int steps) {
        return Stretches.find(values, limits, first, before, steps);
    }

    /** The same, however short. */
    @Nullable
    Found atAll(double[] values, double limit) {
        double[] limits = new double[values.length];
        Arrays.fill(limits, limit);
        return Stretches.find(values, limits, first, before, 1);
    }

    /** Its mean without a fault; NaN where nothing is known. */
    double usual(double[] values) {
        return mean(values, first, before);
    }

    /** Its highest without a fault; NaN where nothing is known. */
    double usualMost(double[] values) {
        return Arrays.stream(values, Math.min(first, values.length), Math.min(before, values.length))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    /** Its mean when it had begun. */
    double beginning(double[] values, Found found) {
        return mean(values, found.from(), found.from() + lasting);
    }

    /** Its highest from then on. */
    double most(double[] values, Found found) {
        return Arrays.stream(values, found.from(), found.to() < 0 ? values.length : found.to())
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, Math.min(from, values.length), Math.min(to, values.length))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** Something was found. */
    void add(Found found, String where, Limit limit, String why) {
        double width = chronicle.stepSeconds();
        add(found.from() * width, where, limit, why, found.to() < 0 ? Double.NaN : found.to() * width);
    }

    void add(double seconds, String where, Limit limit, String why, double ends) {
        onsets.add(new Onset(0, seconds, where, limit, why, ends));
    }
}
