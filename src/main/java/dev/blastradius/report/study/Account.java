package dev.blastradius.report.study;

import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Block.Fact;
import dev.blastradius.report.document.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What a summary says.
 *
 * @param sentences five
 * @param facts the key figures
 * @param notices what must not be overlooked; most often none
 * @param legend what the reader must know of the numbers
 */
record Account(List<Sentence> sentences, List<Fact> facts, List<String> notices, String legend) {

    Account {
        sentences = List.copyOf(sentences);
        facts = List.copyOf(facts);
        notices = List.copyOf(notices);
    }

    /**
     * A sentence.
     *
     * @param lead what it is about, such as "Who was hit"
     * @param text it, with its full stop
     */
    record Sentence(String lead, String text) {}

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Items(
                false,
                sentences.stream()
                        .map(each -> Words.ofStrong(each.lead() + ". ").plain(each.text()))
                        .toList()));
        notices.forEach(notice -> blocks.add(Block.notice(notice)));
        blocks.add(new Block.Facts(facts));
        blocks.add(Block.paragraph(legend));
        return blocks;
    }

    static Fact fact(String name, String text) {
        return new Fact(name, Words.of(text));
    }
}
