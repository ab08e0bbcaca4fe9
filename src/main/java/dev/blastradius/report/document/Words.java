package dev.blastradius.report.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Running text: pieces one after another. */
public record Words(List<Piece> pieces) {

    /** No words. */
    public static final Words NONE = new Words(List.of());

    public Words {
        pieces = List.copyOf(pieces);
    }

    /** How a piece is set. */
    public enum Style {
        PLAIN,
        STRONG,
        /** An id, a path, a value to be typed. */
        CODE
    }

    /**
     * A piece of text.
     *
     * @param text as it is: never markup
     * @param target the id of the {@link Section} that it leads to; null: it leads nowhere
     */
    public record Piece(String text, Style style, @Nullable String target) {}

    /** Plain text. */
    public static Words of(String text) {
        return text.isEmpty() ? NONE : NONE.plain(text);
    }

    /** Text that stands out. */
    public static Words ofStrong(String text) {
        return NONE.strong(text);
    }

    /** An id. */
    public static Words ofCode(String text) {
        return NONE.code(text);
    }

    /** These words and then plain text. */
    public Words plain(String text) {
        return and(new Piece(text, Style.PLAIN, null));
    }

    /** These words and then text that stands out; blanks at its ends do not, for in Markdown nothing would. */
    public Words strong(String text) {
        String bare = text.strip();
        int lead = bare.isEmpty() ? 0 : text.indexOf(bare);
        return plainWhere(text.substring(0, lead))
                .and(new Piece(bare, Style.STRONG, null))
                .plainWhere(text.substring(lead + bare.length()));
    }

    /** These words and then an id, a path, a value to be typed. */
    public Words code(String text) {
        return and(new Piece(text, Style.CODE, null));
    }

    /** These words and then a link to a section. */
    public Words link(String text, String section) {
        return and(new Piece(text, Style.PLAIN, section));
    }

    /** These words and then others. */
    public Words and(Words more) {
        List<Piece> all = new ArrayList<>(pieces);
        all.addAll(more.pieces);
        return new Words(all);
    }

    /** All of it as one plain text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private Words plainWhere(String blanks) {
        return blanks.isEmpty() ? this : plain(blanks);
    }

    private Words and(Piece piece) {
        return and(new Words(List.of(piece)));
    }
}
