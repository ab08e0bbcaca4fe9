package dev.blastradius.report.episode;

import dev.blastradius.chart.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Which of many a table shows: those that show most, and how many it leaves out. */
final class Ranked {

    private Ranked() {}

    /** The numbers of those with the most of something, in their own order; all of them where they are few. */
    static List<Integer> most(int all, int most, IntToDoubleFunction measure) {
        if (all <= most) {
            return IntStream.range(0, all).boxed().toList();
        }
        return first(IntStream.range(0, all).boxed().toList(), most, measure).stream()
                .sorted()
                .toList();
    }

    /** Some of those given, most of something first; equal ones in their own order. */
    static List<Integer> first(List<Integer> of, int most, IntToDoubleFunction measure) {
        double[] values = of.stream().mapToDouble(measure::applyAsDouble).toArray();
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, of.size()).boxed().toList());
        places.sort(Comparator.comparingDouble((Integer place) -> values[place]).reversed());
        return places.stream().limit(most).map(of::get).toList();
    }

    /** What is said of those that a table leaves out: {@code " 85 more clients lost none."}; empty where it leaves out none. */
    static String left(int all, int shown, String noun, String did) {
        int more = all - shown;
        return more <= 0
                ? ""
                : " " + Figures.count(more) + " more " + (more == 1 ? noun : plural(noun)) + " " + did + ".";
    }

    private static String plural(String noun) {
        return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
