package dev.blastradius.report.subject;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.picture.PipelineIllustration;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pipeline as drawn, and what its parts are. */
public final class PipelineChapter {

    /** A table with more rows than this is read by nobody. */
    private static final int MOST_PARTS = 30;

    private final Pipeline pipeline;
    private final Names names;

    private PipelineChapter(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.names = new Names(pipeline);
    }

    /** The chapter {@code pipeline}: the model's own drawing, without any strategy's patch. */
    public static Section of(Finding finding) {
        Pipeline pipeline = finding.origin().model().pipeline();
        PipelineChapter chapter = new PipelineChapter(pipeline);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(chapter.opening(Looked.strategies(finding))));
        PipelineIllustration drawing = PipelineIllustration.of(pipeline);
        blocks.add(new Block.Figure(
                drawing,
                drawing.words(),
                Words.of("The pipeline as drawn. An arrow goes from who asks to who is asked"
                        + (pipeline.arrows().values().stream().anyMatch(Dependency::isFallback)
                                ? "; a dashed one is a fallback, used when what it stands in for has failed."
                                : "."))));
        if (!drawing.leftOut().isEmpty()) {
            blocks.add(Block.notice(drawing.leftOut()));
        }
        blocks.add(new Block.Tabular(chapter.parts()));
        if (pipeline.components().size() > MOST_PARTS) {
            blocks.add(Block.notice("The table has the first " + MOST_PARTS + " of "
                    + Numbers.counted(pipeline.components().size(), "part")
                    + ", in the order of the model file, which has them all."));
        }
        if (pipeline.description() != null && !pipeline.description().isBlank()) {
            blocks.add(
                    new Block.Paragraph(Words.ofStrong("What the model file says of itself, which no run has checked:")
                            .plain(" " + pipeline.description().strip())));
        }
        return new Section("pipeline", "The pipeline", blocks);
    }

    private Words opening(List<String> strategies) {
        long clients = count(Kind.Role.SOURCE);
        int parts = pipeline.components().size();
        String opening = Numbers.counted(clients, "client")
                + (clients == 1 ? " sends its requests" : " send their requests") + " through "
                + Numbers.counted(parts - clients, "other part") + " over "
                + Numbers.counted(pipeline.arrows().size(), "dependency", "dependencies") + ".";
        boolean drawnOnly = strategies.equals(List.of(Strategy.AS_DRAWN));
        return drawnOnly
                ? Words.of(opening)
                : Words.of(opening + " Strategies change this drawing, each in its own way: see ")
                        .link("The strategies", "strategies")
                        .plain(".");
    }

    private long count(Kind.Role role) {
        return pipeline.components().values().stream()
                .filter(component -> component.kind().role() == role)
                .count();
    }

    private Table parts() {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Component> part : pipeline.components().entrySet()) {
            if (rows.size() == MOST_PARTS) {
                break;
            }
            String id = part.getKey();
            Component component = part.getValue();
            rows.add(new Row(List.of(
                    Cell.of(component.title(id)),
                    Cell.of(component.kind().title()),
                    Cell.of(asks(id)),
                    Cell.of(tags(component)))));
        }
        List<Column> columns = List.of(
                new Column("Part", false),
                new Column("Kind", false),
                new Column("Asks", false),
                new Column("Tags", false));
        return new Table("The parts of the pipeline and whom each asks", columns, rows, Words.NONE);
    }

    private String asks(String id) {
        List<String> asked = new ArrayList<>();
        for (Map.Entry<String, Dependency> arrow : pipeline.arrows().entrySet()) {
            if (Pipeline.from(arrow.getKey()).equals(id)) {
                String callee = names.component(Pipeline.to(arrow.getKey()));
                String stoodInFor = arrow.getValue().fallback().fallbackFor();
                asked.add(
                        stoodInFor == null
                                ? callee
                                : callee + " (in place of " + names.component(Pipeline.to(stoodInFor)) + ")");
            }
        }
        return asked.isEmpty() ? Figures.NONE : String.join("; ", asked);
    }

    private static String tags(Component component) {
        List<String> tags = new ArrayList<>();
        component.about().tagsOrNone().forEach((key, value) -> tags.add(key + ": " + value));
        return tags.isEmpty() ? Figures.NONE : String.join(", ", tags);
    }
}
