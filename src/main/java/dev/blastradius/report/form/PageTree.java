package dev.blastradius.report.form;

import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.wording.SafeText;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The tree of elements that is both the web page and what the PDF is made of. Text is put in as text nodes only. */
final class PageTree {

    /** The id of the report's text; no section can have it. */
    static final String TEXT_ID = "report--text";

    /** Values longer than this are set as a list, shorter ones as key figures. */
    private static final int LONGEST_KEY_FIGURE = 30;

    private static final int MOST_KEY_FIGURES = 9;

    /** Where forms differ: how a picture and how words get into the tree. */
    interface Parts {
        /** A picture's element, which carries its alternative text. */
        Element picture(Block.Figure figure, int number);

        /** How many columns a table has room for, at least two. */
        int mostColumns();

        /** Adds cleaned text. */
        default void text(Element to, String text) {
            to.appendChild(new TextNode(text));
        }
    }

    private final Document document;
    private final Parts parts;
    private final Numbering numbering;
    private final TableTree tables;

    PageTree(Document document, Parts parts) {
        this.document = document;
        this.parts = parts;
        this.numbering = new Numbering(document);
        this.tables = new TableTree(this::words, parts.mostColumns());
    }

    /** Adds the report's title, its contents and its chapters. */
    void addTo(Element body) {
        Element header = body.appendElement("header").addClass("cover");
        parts.text(header.appendElement("p").addClass("maker"), "Blast Radius report");
        parts.text(header.appendElement("h1"), SafeText.line(document.title()));
        if (!document.subtitle().isEmpty()) {
            parts.text(header.appendElement("p").addClass("subtitle"), SafeText.line(document.subtitle()));
        }
        addContents(body);
        Element main = body.appendElement("main").id(TEXT_ID);
        document.chapters().forEach(chapter -> add(main, chapter, 2));
    }

    private void addContents(Element body) {
        Element nav = body.appendElement("nav").addClass("contents").attr("aria-labelledby", "report--contents");
        nav.appendElement("p").addClass("contents-title").id("report--contents").text("Contents");
        Element list = nav.appendElement("ul");
        for (Section chapter : document.chapters()) {
            String title = SafeText.line(chapter.title());
            Element link = list.appendElement("li").appendElement("a").attr("href", "#" + chapter.id());
            link.attr("title", title);
            link.appendElement("span").addClass("number").text(numbering.of(chapter));
            link.appendChild(new TextNode(" "));
            parts.text(link.appendElement("span").addClass("name"), title);
        }
    }

    private void add(Element to, Section section, int level) {
        Element element = to.appendElement("section")
                .id(section.id())
                .addClass(level == 2 ? "chapter" : "part")
                .attr("aria-labelledby", section.id() + "--title");
        if (section.ownPage()) {
            element.addClass("own-page");
        }
        Element heading = element.appendElement("h" + Math.min(level, 6)).id(section.id() + "--title");
        heading.appendElement("span").addClass("number").text(numbering.of(section));
        heading.appendChild(new TextNode(" "));
        parts.text(heading, SafeText.line(section.title()));
        section.blocks().forEach(block -> add(element, block));
        section.sections().forEach(part -> add(element, part, level + 1));
    }

    private void add(Element to, Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            words(to.appendElement("p"), paragraph.words());
        } else if (block instanceof Block.Items items) {
            Element list = to.appendElement(items.ordered() ? "ol" : "ul");
            items.items().forEach(item -> words(list.appendElement("li"), item));
        } else if (block instanceof Block.Facts facts) {
            addFacts(to, facts.facts());
        } else if (block instanceof Block.Notice notice) {
            Element paragraph = to.appendElement("div")
                    .addClass("notice")
                    .attr("role", "note")
                    .appendElement("p");
            paragraph.appendElement("strong").text("Note.");
            paragraph.appendChild(new TextNode(" "));
            words(paragraph, notice.words());
        } else if (block instanceof Block.Listing listing) {
            parts.text(to.appendElement("pre").appendElement("code"), SafeText.lines(listing.text()));
        } else if (block instanceof Block.Figure figure) {
            addFigure(to, figure);
        } else if (block instanceof Block.Tabular tabular) {
            tables.add(to, tabular.table(), numbering.nextTable());
        }
    }

    private void addFacts(Element to, List<Block.Fact> facts) {
        boolean isKey = facts.size() <= MOST_KEY_FIGURES
                && facts.stream().allMatch(fact -> fact.words().text().length() <= LONGEST_KEY_FIGURE);
        Element list = to.appendElement("dl").addClass(isKey ? "key-figures" : "facts");
        for (Block.Fact fact : facts) {
            Element pair = list.appendElement("div");
            parts.text(pair.appendElement("dt"), SafeText.line(fact.name()));
            words(pair.appendElement("dd"), fact.words());
        }
    }

    private void addFigure(Element to, Block.Figure figure) {
        int number = numbering.nextFigure();
        Element element = to.appendElement("figure");
        element.appendChild(parts.picture(figure, number));
        Element caption = element.appendElement("figcaption");
        caption.appendElement("span").addClass("number").text("Figure " + number + ".");
        caption.appendChild(new TextNode(" "));
        words(caption, figure.caption());
    }

    /** Adds words. A link to a section that this report does not have is its text. */
    private void words(Element to, Words words) {
        for (Words.Piece piece : words.pieces()) {
            String text =
                    piece.style() == Words.Style.CODE ? SafeText.line(piece.text()) : SafeText.prose(piece.text());
            Element within = to;
            String target = piece.target();
            if (target != null && numbering.targets().contains(target)) {
                within = within.appendElement("a").attr("href", "#" + target).attr("title", text);
            }
            within = switch (piece.style()) {
                case PLAIN -> within;
                case STRONG -> within.appendElement("strong");
                case CODE -> within.appendElement("code");
            };
            parts.text(within, text);
        }
    }
}
