package dev.blastradius.report.form;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.CoreMarkdownNodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;
import org.commonmark.text.AsciiMatcher;

/** Escapes in text what the renderer leaves alone, since it is none of CommonMark's, but viewers such as GitHub's take for markup. */
final class MarkdownWriting implements MarkdownNodeRendererFactory {

    /** Addresses become links by themselves, dollars formulas, tildes strikes, at-signs people, and colons pictures. */
    private static final AsciiMatcher MARKUP =
            AsciiMatcher.builder().anyOf("[]<>`*_&\\~$|@:.#!").build();

    private static final Pattern NEEDED = Pattern.compile("~|\\$|@|\\||://|www\\.|:[a-z0-9_+-]+:");

    @Override
    public NodeRenderer create(MarkdownNodeRendererContext context) {
        return new Texts(context);
    }

    @Override
    public Set<Character> getSpecialCharacters() {
        return Set.of();
    }

    /** Only for texts with such markup; the others are the renderer's own. */
    private static final class Texts extends CoreMarkdownNodeRenderer {

        Texts(MarkdownNodeRendererContext context) {
            super(context);
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Text.class);
        }

        @Override
        public void visit(Text text) {
            if (NEEDED.matcher(text.getLiteral()).find()) {
                context.getWriter().text(text.getLiteral(), MARKUP);
            } else {
                super.visit(text);
            }
        }
    }
}
