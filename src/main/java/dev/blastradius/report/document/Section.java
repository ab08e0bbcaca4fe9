package dev.blastradius.report.document;

import java.util.List;

/**
 * A chapter, or a part of one.
 *
 * @param id by which links find it: small letters, digits and hyphens, no two alike in a document
 * @param title its heading
 * @param blocks what stands under the heading
 * @param sections its parts, after the blocks
 * @param ownPage whether it begins a page where there are pages
 */
public record Section(String id, String title, List<Block> blocks, List<Section> sections, boolean ownPage) {
    public Section {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("expected small letters, digits and hyphens; found " + id);
        }
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
    }

    /** A section without parts that goes on where the one before it ends. */
    public Section(String id, String title, List<Block> blocks) {
        this(id, title, blocks, List.of(), false);
    }

    /** The same with parts. */
    public Section with(List<Section> parts) {
        return new Section(id, title, blocks, parts, ownPage);
    }

    /** The same on a page of its own. */
    public Section onOwnPage() {
        return new Section(id, title, blocks, sections, true);
    }
}
