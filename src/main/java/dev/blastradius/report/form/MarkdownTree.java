package dev.blastradius.report.form;

import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.wording.SafeText;
import java.util.List;
import java.util.function.BiFunction;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/** A report as a tree of Markdown, which the library's renderer writes and escapes. */
final class MarkdownTree {

    private final Document document;
    private final BiFunction<Block.Figure, Integer, String> pictures;
    private final Numbering numbering;
    private final MarkdownWords texts;

    /** @param pictures where a picture of a number lies */
    MarkdownTree(Document document, BiFunction<Block.Figure, Integer, String> pictures) {
        this.document = document;
        this.pictures = pictures;
        this.numbering = new Numbering(document);
        this.texts = new MarkdownWords(numbering.targets());
    }

    /** The report's text. */
    String text() {
        Node root = new org.commonmark.node.Document();
        root.appendChild(heading(1, document.title()));
        if (!document.subtitle().isEmpty()) {
            root.appendChild(with(new Paragraph(), plain(document.subtitle())));
        }
        root.appendChild(contents());
        document.chapters().forEach(chapter -> add(root, chapter, 2));
        return MarkdownRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .nodeRendererFactory(new MarkdownWriting())
                .build()
                .render(root);
    }

    private Node contents() {
        ListBlock list = tight(new BulletList());
        for (Section chapter : document.chapters()) {
            Link link = new Link("#" + chapter.id(), null);
            link.appendChild(plain(numbering.of(chapter) + " " + chapter.title()));
            list.appendChild(with(new ListItem(), with(new Paragraph(), link)));
        }
        return list;
    }

    private void add(Node to, Section section, int level) {
        // Where a heading's own address is made of its title, viewers differ; this one is the same for all.
        HtmlBlock anchor = new HtmlBlock();
        anchor.setLiteral("<a id=\"" + section.id() + "\"></a>");
        to.appendChild(anchor);
        to.appendChild(heading(Math.min(level, 6), numbering.of(section) + " " + section.title()));
        section.blocks().forEach(block -> add(to, block));
        section.sections().forEach(part -> add(to, part, level + 1));
    }

    private void add(Node to, Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            to.appendChild(words(new Paragraph(), paragraph.words()));
        } else if (block instanceof Block.Items items) {
            to.appendChild(list(items));
        } else if (block instanceof Block.Facts facts) {
            to.appendChild(facts(facts));
        } else if (block instanceof Block.Notice notice) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(strong("Note."));
            paragraph.appendChild(new Text(" "));
            to.appendChild(with(new BlockQuote(), words(paragraph, notice.words())));
        } else if (block instanceof Block.Listing listing) {
            FencedCodeBlock code = new FencedCodeBlock();
            code.setLiteral(SafeText.lines(listing.text()));
            to.appendChild(code);
        } else if (block instanceof Block.Figure figure) {
            addFigure(to, figure);
        } else if (block instanceof Block.Tabular tabular) {
            addTable(to, tabular.table());
        }
    }

    private Node list(Block.Items items) {
        ListBlock list = tight(items.ordered() ? new OrderedList() : new BulletList());
        for (Words item : items.items()) {
            list.appendChild(with(new ListItem(), words(new Paragraph(), item)));
        }
        return list;
    }

    private Node facts(Block.Facts facts) {
        ListBlock list = tight(new BulletList());
        for (Block.Fact fact : facts.facts()) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(strong(fact.name() + ":"));
            paragraph.appendChild(new Text(" "));
            list.appendChild(with(new ListItem(), words(paragraph, fact.words())));
        }
        return list;
    }

    private void addFigure(Node to, Block.Figure figure) {
        int number = numbering.nextFigure();
        Image image = new Image(pictures.apply(figure, number), null);
        image.appendChild(plain(figure.alternative()));
        to.appendChild(with(new Paragraph(), image));
        to.appendChild(caption("Figure " + number + ".", figure.caption()));
    }

    private void addTable(Node to, Table table) {
        to.appendChild(caption("Table " + numbering.nextTable() + ".", Words.of(table.caption())));
        TableBlock block = new TableBlock();
        TableRow header = new TableRow();
        table.columns().forEach(column -> header.appendChild(words(cell(column, true), Words.of(column.heading()))));
        block.appendChild(with(new TableHead(), header));
        TableBody body = new TableBody();
        for (Table.Row row : table.rows()) {
            body.appendChild(row(table, row));
        }
        block.appendChild(body);
        to.appendChild(block);
        if (!table.note().pieces().isEmpty()) {
            to.appendChild(words(new Paragraph(), table.note()));
        }
    }

    private Node row(Table table, Table.Row row) {
        TableRow node = new TableRow();
        for (int i = 0; i < row.cells().size(); i++) {
            Table.Cell cell = row.cells().get(i);
            TableCell to = cell(table.columns().get(i), false);
            boolean stands = i == 0 || cell.tone() != Table.Tone.PLAIN;
            node.appendChild(words(to, stands ? MarkdownWords.emphasised(cell.words()) : cell.words()));
        }
        return node;
    }

    private static TableCell cell(Table.Column column, boolean header) {
        TableCell cell = new TableCell();
        cell.setHeader(header);
        cell.setAlignment(column.isNumeric() ? TableCell.Alignment.RIGHT : TableCell.Alignment.LEFT);
        return cell;
    }

    private Node caption(String number, Words words) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(strong(number));
        paragraph.appendChild(new Text(" "));
        return words(paragraph, words);
    }

    private static Heading heading(int level, String text) {
        Heading heading = new Heading();
        heading.setLevel(level);
        heading.appendChild(plain(text));
        return heading;
    }

    private <N extends Node> N words(N to, Words words) {
        return words.pieces().isEmpty() ? to : texts.add(to, words);
    }

    private static Node plain(String text) {
        return new Text(SafeText.line(text));
    }

    private static Node strong(String text) {
        return with(new StrongEmphasis(), plain(text.strip()));
    }

    private static <L extends ListBlock> L tight(L list) {
        list.setTight(true);
        return list;
    }

    private static Node with(Node outer, Node inner) {
        outer.appendChild(inner);
        return outer;
    }
}
