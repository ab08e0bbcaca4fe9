package dev.blastradius.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void asManyWholeSentencesAreShownAsFit() {
        assertEquals("One is short. Two is too.", Sentences.first("One is short. Two is too. Three is not.", 30));
    }

    @Test
    void aSentenceTooLongIsCutAtAWord() {
        assertEquals("One goes on and …", Sentences.first("One goes on and on and on.", 17));
    }

    @Test
    void linesAreJoined() {
        assertEquals("One line. Another.", Sentences.first("  One\nline.\n\nAnother. ", 100));
    }

    @Test
    void whatHasNoSentenceIsShownAsItIs() {
        assertEquals("", Sentences.first("", 10));
        assertEquals("just words", Sentences.first("just words", 10));
    }
}
