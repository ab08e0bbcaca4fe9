package dev.blastradius.report.form;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.CoreMarkdownNodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;

/** Escapes in text what the renderer leaves alone, since it is none of CommonMark's, but viewers such as GitHub's take for markup. */
final class MarkdownWriting implements MarkdownNodeRendererFactory {

    /** Strikes, formulas, people, templates, addresses that become links by themselves, colons around the names of small pictures. */
    private static final Pattern MARKUP =
            Pattern.compile("[~$@]|\\{(?=[{%])|:(?=//)|(?<=www)\\.|:(?=[a-z0-9_+-]+:)|!\\z", Pattern.CASE_INSENSITIVE);

    @Override
    public NodeRenderer create(MarkdownNodeRendererContext context) {
        return new Texts(context);
    }

    @Override
    public Set<Character> getSpecialCharacters() {
        return Set.of();
    }

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
            String literal = text.getLiteral();
            Matcher markup = MARKUP.matcher(literal);
            int from = 0;
            while (markup.find()) {
                asCommonMark(literal.substring(from, markup.start()));
                context.getWriter().raw("\\" + markup.group());
                from = markup.end();
            }
            asCommonMark(literal.substring(from));
        }

        /** The renderer's own way, which also minds what begins a line. */
        private void asCommonMark(String part) {
            if (!part.isEmpty()) {
                super.visit(new Text(part));
            }
        }
    }
}
