package dev.blastradius.editor.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choices that answer to what was typed, the best first. */
public final class Ranking {

    /** What a match in the further words is worth of one in the title. */
    private static final double BESIDE_TITLE = 0.6;

    /** How far what was chosen last is put ahead: more than between two steps of a match, less than between title and words. */
    private static final double RECENT = 12;

    private static final double IMPOSSIBLE = -15;

    /** Of two that match alike the one with less to read is first. */
    private static final double PER_LETTER = 0.05;

    private static final int LONGEST_COUNTED = 100;

    private Ranking() {}

    /**
     * Something to choose.
     *
     * @param id what it is remembered by
     * @param title what is shown of it
     * @param words what it is found by besides
     * @param possible whether it can be chosen now
     */
    public record Choice<T>(T item, String id, String title, String words, boolean possible) {}

    /**
     * A choice that answers.
     *
     * @param marked the letters of its title that answer
     */
    public record Ranked<T>(Choice<T> choice, double score, BitSet marked) {}

    /**
     * Ranks choices. Where nothing is typed, those chosen of late come first and the others keep their order.
     *
     * @param recent ids of what was chosen, the last first
     */
    public static <T> List<Ranked<T>> rank(String typed, List<Choice<T>> choices, List<String> recent) {
        List<String> tokens = Match.tokens(typed);
        List<Ranked<T>> ranked = new ArrayList<>();
        for (Choice<T> choice : choices) {
            Ranked<T> each = rank(tokens, choice, recent);
            if (each != null) {
                ranked.add(each);
            }
        }
        ranked.sort(Comparator.comparingDouble((Ranked<T> each) -> -each.score()));
        return List.copyOf(ranked);
    }

    private static <T> @Nullable Ranked<T> rank(List<String> tokens, Choice<T> choice, List<String> recent) {
        BitSet marked = new BitSet();
        double sum = 0;
        for (String token : tokens) {
            BitSet here = new BitSet();
            double inTitle = Match.score(token, choice.title(), here);
            double inWords = BESIDE_TITLE * Match.score(token, choice.words(), new BitSet());
            if (inTitle <= 0 && inWords <= 0) {
                return null;
            }
            if (inTitle >= inWords) {
                marked.or(here);
            }
            sum += Math.max(inTitle, inWords);
        }
        int place = recent.indexOf(choice.id());
        double bonus = place < 0 ? 0 : RECENT / (1 + place);
        if (tokens.isEmpty()) {
            return new Ranked<>(choice, bonus, marked);
        }
        double score = sum / tokens.size()
                + bonus
                + (choice.possible() ? 0 : IMPOSSIBLE)
                - PER_LETTER * Math.min(LONGEST_COUNTED, choice.title().length());
        return new Ranked<>(choice, score, marked);
    }
}
