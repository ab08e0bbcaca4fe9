package dev.blastradius.editor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.search.Ranking.Choice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankingTest {

    private static List<String> ranked(String typed, List<String> recent, String... titles) {
        List<Choice<String>> choices = new ArrayList<>();
        for (String title : titles) {
            choices.add(new Choice<>(title, title, title, "", true));
        }
        return Ranking.rank(typed, choices, recent).stream()
                .map(each -> each.choice().title())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "save, Save, Save as…",
        "sa, Save, Show everything at actual size",
        "al, Align left, Select all",
        "al, Select all, Real size",
        "at, Align top, Rotate text",
        "ze, Zero, Zoom to selection",
        "cb, Circuit breaker, Macbook",
        "in, Zoom in, Line",
    })
    void aBetterMatchIsAheadOfAWorseOne(String typed, String better, String worse) {
        assertEquals(List.of(better, worse), ranked(typed, List.of(), worse, better));
    }

    @Test
    void everyTypedWordMustAnswerInAnyOrder() {
        assertEquals(List.of("Zoom to selection"), ranked("sel zoom", List.of(), "Zoom in", "Zoom to selection"));
    }

    @Test
    void whatDoesNotAnswerIsLeftOut() {
        assertEquals(List.of(), ranked("xyz", List.of(), "Open", "Save"));
        assertNull(Match.of("q", "Open"));
    }

    @Test
    void whereNothingIsTypedTheRecentComeFirstAndTheOthersKeepTheirOrder() {
        assertEquals(List.of("C", "B", "A", "D"), ranked("", List.of("C", "B"), "A", "B", "C", "D"));
    }

    @Test
    void amongEqualMatchesTheRecentOneIsFirst() {
        assertEquals(
                List.of("Align top", "Align low"), ranked("align", List.of("Align top"), "Align low", "Align top"));
    }

    @Test
    void recencyDoesNotOutweighAStartOfAWord() {
        assertEquals(
                List.of("Arrange everything", "Rearrange"),
                ranked("arrange", List.of("Rearrange"), "Rearrange", "Arrange everything"));
    }

    @Test
    void furtherWordsFindButRankBehindTheTitle() {
        List<Choice<String>> choices = List.of(
                new Choice<>("words", "words", "Quit", "exit leave", true),
                new Choice<>("title", "title", "Exit slowly", "", true));
        assertEquals(
                List.of("title", "words"),
                Ranking.rank("exit", choices, List.of()).stream()
                        .map(each -> each.choice().item())
                        .toList());
    }

    @Test
    void whatCannotBeDoneNowRanksBehindWhatCan() {
        List<Choice<String>> choices =
                List.of(new Choice<>("no", "no", "Paste", "", false), new Choice<>("yes", "yes", "Paste", "", true));
        assertEquals(
                "yes", Ranking.rank("paste", choices, List.of()).get(0).choice().item());
    }

    @Test
    void theAnsweringLettersAreMarked() {
        Match match = Match.of("zs", "Zoom to selection");
        assertNotNull(match);
        assertEquals("{0, 8}", match.marked().toString());
        assertEquals("{5, 6}", Match.of("to", "Zoom to selection").marked().toString());
    }

    @Test
    void lettersOfAnyScriptAndAnyLengthAreHarmless() {
        String odd = "\u05D0\u05D1 İ ß 𝔘 \u202E" + "a".repeat(2_000);
        assertTrue(Match.of("a", odd).score() > 0);
        assertNull(Match.of("\u202Ezz", odd));
        assertNotNull(Match.of("", odd));
    }
}
