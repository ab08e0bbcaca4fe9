package dev.blastradius.report.subject;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.Deviations;
import dev.blastradius.editor.patch.StrategyEdits;
import dev.blastradius.engine.RunSpec.Phase;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the strategies are that were run: what each changes in the drawing, and what people do by it. */
public final class StrategiesChapter {

    private static final int MOST_CHANGES = 12;
    private static final int MOST_IN_STEP = 4;

    private final Pipeline pipeline;
    private final Names names;

    private StrategiesChapter(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.names = new Names(pipeline);
    }

    /** The chapter {@code strategies}; null where the pipeline was run as it is drawn and no other way. */
    public static @Nullable Section of(Finding finding) {
        List<String> ids = Looked.strategies(finding);
        if (ids.equals(List.of(Strategy.AS_DRAWN))) {
            return null;
        }
        StrategiesChapter chapter =
                new StrategiesChapter(finding.origin().model().pipeline());
        List<Section> parts = new ArrayList<>();
        for (String id : ids) {
            parts.add(chapter.strategy(id, "strategy-" + (parts.size() + 1)));
        }
        String opening = ids.size() == 1
                ? "The pipeline was run as one strategy builds it:"
                : "The same users and the same bad luck met the pipeline as each of "
                        + Numbers.counted(ids.size(), "strategy", "strategies") + " builds it:";
        return new Section("strategies", "The strategies", List.of(Block.paragraph(opening)), parts, false);
    }

    private Section strategy(String id, String section) {
        List<Block> blocks = new ArrayList<>();
        Strategy strategy = pipeline.strategiesOrNone().get(id);
        if (id.equals(Strategy.AS_DRAWN) || strategy == null) {
            blocks.add(Block.paragraph("The pipeline as it is drawn, with the policies that the drawing has."));
            return new Section(section, names.strategy(id), blocks);
        }
        if (strategy.description() != null && !strategy.description().isBlank()) {
            blocks.add(new Block.Paragraph(Words.ofStrong("From the model file.")
                    .plain(" " + strategy.description().strip())));
        }
        List<Deviation> changes = Deviations.all(pipeline, StrategyEdits.build(pipeline, id));
        if (changes.isEmpty()) {
            blocks.add(Block.paragraph("At the beginning it is the pipeline as drawn."));
        } else {
            blocks.add(new Block.Tabular(changes(changes, names.strategy(id))));
        }
        if (changes.size() > MOST_CHANGES) {
            blocks.add(Block.notice(Numbers.counted(changes.size() - MOST_CHANGES, "more change")
                    + " of this strategy are in the model file."));
        }
        if (!strategy.runbookOrEmpty().isEmpty()) {
            blocks.add(runbook(id));
        }
        return new Section(section, names.strategy(id), blocks);
    }

    private Table changes(List<Deviation> changes, String strategy) {
        List<Row> rows = changes.stream()
                .limit(MOST_CHANGES)
                .map(change -> new Row(List.of(
                        Cell.of(part(change)),
                        Cell.of(change.name()),
                        Cell.of(change.drawn().isEmpty() ? Figures.NONE : change.drawn()),
                        Cell.of(change.here().isEmpty() ? Figures.NONE : change.here()))))
                .toList();
        List<Column> columns = List.of(
                new Column("Where", false),
                new Column("What", false),
                new Column("As drawn", false),
                new Column("Here", false));
        return new Table("What the strategy “" + strategy + "” changes in the drawing", columns, rows, Words.NONE);
    }

    private String part(Deviation change) {
        String id = change.subject().id();
        return id.contains("->") ? names.dependency(id) : names.component(id);
    }

    /** What people do, step by step. */
    private Block runbook(String id) {
        List<Words> steps = new ArrayList<>();
        Pipeline before = StrategyEdits.build(pipeline, id);
        for (Phase phase : Strategies.apply(pipeline, id).phases()) {
            steps.add(Words.ofStrong(Figures.time(phase.after().seconds()) + " after the first fault begins")
                    .plain(", people " + changed(Deviations.all(before, phase.pipeline())) + "."));
            before = phase.pipeline();
        }
        return new Block.Items(true, steps);
    }

    private String changed(List<Deviation> changes) {
        if (changes.isEmpty()) {
            return "change nothing";
        }
        String told = changes.stream().limit(MOST_IN_STEP).map(this::inWords).collect(Collectors.joining("; "));
        int more = changes.size() - MOST_IN_STEP;
        return more <= 0 ? told : told + "; and " + Numbers.counted(more, "more thing");
    }

    private String inWords(Deviation change) {
        if (change.isWhole()) {
            String verb = change.kind() == Deviation.Kind.REMOVED
                    ? "take away "
                    : change.kind() == Deviation.Kind.ADDED ? "add " : "replace ";
            return verb + part(change);
        }
        return "change " + part(change) + ", " + change.name() + " from " + value(change.drawn()) + " to "
                + value(change.here());
    }

    private static String value(String text) {
        return text.isEmpty() ? "nothing" : text;
    }
}
