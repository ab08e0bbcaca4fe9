package dev.blastradius.report.form;

import dev.blastradius.report.document.Words;
import dev.blastradius.report.wording.SafeText;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Running text as Markdown's nodes. Asterisks make text stand out only where they are beside a space, or letters are on their inner side
 * (CommonMark 0.31, "left-flanking delimiter run"); elsewhere the text is plain, for asterisks would be seen.
 */
final class MarkdownWords {

    private final Set<String> targets;

    /** @param targets the ids that links may lead to */
    MarkdownWords(Set<String> targets) {
        this.targets = targets;
    }

    /** Words whose plain pieces stand out. */
    static Words emphasised(Words words) {
        return new Words(words.pieces().stream()
                .map(piece -> piece.style() == Words.Style.PLAIN && piece.target() == null
                        ? new Words.Piece(piece.text(), Words.Style.STRONG, null)
                        : piece)
                .toList());
    }

    /** Adds words. A link to a section that this report does not have is its text. */
    <N extends Node> N add(N to, Words words) {
        List<Words.Piece> pieces = words.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Words.Piece piece = pieces.get(i);
            String text = SafeText.line(piece.text());
            String target = piece.target();
            if (target != null && targets.contains(target)) {
                Link link = new Link("#" + target, null);
                link.appendChild(piece.style() == Words.Style.CODE ? code(text) : new Text(text));
                to.appendChild(link);
            } else if (piece.style() == Words.Style.CODE) {
                to.appendChild(code(text));
            } else if (piece.style() == Words.Style.STRONG && standsOut(to, text, pieces, i)) {
                StrongEmphasis strong = new StrongEmphasis();
                strong.appendChild(new Text(text));
                to.appendChild(strong);
            } else {
                to.appendChild(new Text(text));
            }
        }
        return to;
    }

    private static boolean standsOut(Node to, String text, List<Words.Piece> pieces, int place) {
        if (text.isBlank() || to.getLastChild() instanceof StrongEmphasis) {
            return false;
        }
        int before = place == 0 ? ' ' : last(pieces.get(place - 1));
        int after = place + 1 == pieces.size() ? ' ' : first(pieces.get(place + 1));
        return flanks(before, text.codePointAt(0)) && flanks(after, text.codePointBefore(text.length()));
    }

    private static boolean flanks(int outside, int inside) {
        return !isSpace(inside) && (!isPunctuation(inside) || isSpace(outside) || isPunctuation(outside));
    }

    /** The last sign that is written of a piece, where letters and spaces are concerned. */
    private static int last(Words.Piece piece) {
        boolean marked = piece.style() == Words.Style.CODE || piece.target() != null;
        return marked || piece.text().isEmpty()
                ? '`'
                : piece.text().codePointBefore(piece.text().length());
    }

    private static int first(Words.Piece piece) {
        boolean marked = piece.style() == Words.Style.CODE || piece.target() != null;
        return marked || piece.text().isEmpty() ? '`' : piece.text().codePointAt(0);
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || Character.isISOControl(point);
    }

    private static boolean isPunctuation(int point) {
        return !Character.isLetterOrDigit(point) && !isSpace(point);
    }

    /** Code without anything in it would be no code. */
    private static Node code(String text) {
        return text.isBlank() ? new Text(text) : new Code(text);
    }
}
