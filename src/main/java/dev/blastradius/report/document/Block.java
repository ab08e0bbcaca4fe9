package dev.blastradius.report.document;

import java.util.List;

/** What stands under a heading. */
public sealed interface Block {

    /** A paragraph. */
    record Paragraph(Words words) implements Block {}

    /**
     * A list.
     *
     * @param ordered whether its items follow one another and have numbers
     */
    record Items(boolean ordered, List<Words> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Names with what is to say of each, such as key figures. */
    record Facts(List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name, such as "Seed", and what is to say of it. */
    record Fact(String name, Words words) {}

    /** What must not be overlooked, such as what was left out or how little is established. */
    record Notice(Words words) implements Block {}

    /** Lines to be copied as they are, such as a command. */
    record Listing(String text) implements Block {}

    /**
     * A picture.
     *
     * @param illustration what paints it
     * @param alternative what it says, in words, with its numbers, for whoever does not see it; never empty
     * @param caption what is to see, under it
     */
    record Figure(Illustration illustration, String alternative, Words caption) implements Block {
        public Figure {
            if (alternative.isBlank()) {
                throw new IllegalArgumentException("a picture has an alternative text");
            }
        }
    }

    /** A table, see {@link Table}. */
    record Tabular(Table table) implements Block {}

    /** A paragraph of plain text. */
    static Block paragraph(String text) {
        return new Paragraph(Words.of(text));
    }

    /** A notice of plain text. */
    static Block notice(String text) {
        return new Notice(Words.of(text));
    }
}
