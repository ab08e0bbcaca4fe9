package dev.blastradius.report.subject;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.editor.scenario.EffectWords;
import dev.blastradius.editor.scenario.Targets;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.picture.ScenarioIllustration;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was broken, when and how badly. */
public final class ScenariosChapter {

    /** A table with more rows than this is read by nobody. */
    private static final int MOST_FAULTS = 20;

    private static final int MOST_TARGETS = 4;

    private final Pipeline pipeline;
    private final Names names;
    private final RunSettings settings;

    private ScenariosChapter(Pipeline pipeline, RunSettings settings) {
        this.pipeline = pipeline;
        this.names = new Names(pipeline);
        this.settings = settings;
    }

    /** The chapter {@code scenarios}; null where no scenario of the model was run. */
    public static @Nullable Section of(Finding finding) {
        List<String> ids = Looked.scenarios(finding);
        if (ids.isEmpty()) {
            return null;
        }
        ScenariosChapter chapter = new ScenariosChapter(finding.origin().model().pipeline(), Looked.settings(finding));
        List<Section> parts = new ArrayList<>();
        for (String id : ids) {
            Scenario scenario = chapter.pipeline.scenariosOrNone().get(id);
            if (scenario != null) {
                parts.add(chapter.scenario(id, scenario, "scenario-" + (parts.size() + 1)));
            }
        }
        String opening = "Each run lasts "
                + Figures.moment(chapter.settings.duration().seconds())
                + " of simulated time"
                + (chapter.settings.warmup().nanos() == 0
                        ? "."
                        : ", of which the first "
                                + Figures.moment(chapter.settings.warmup().seconds()) + " are not measured.")
                + (parts.size() == 1
                        ? " This was broken in it:"
                        : " In each, one of " + Numbers.counted(parts.size(), "scenario") + " went wrong:");
        return new Section("scenarios", "What was broken", List.of(Block.paragraph(opening)), parts, false);
    }

    private Section scenario(String id, Scenario scenario, String section) {
        List<Block> blocks = new ArrayList<>();
        if (scenario.description() != null && !scenario.description().isBlank()) {
            blocks.add(new Block.Paragraph(Words.ofStrong("From the model file.")
                    .plain(" " + scenario.description().strip())));
        }
        double duration = settings.duration().seconds();
        double warmup = settings.warmup().seconds();
        ScenarioIllustration timeline = ScenarioIllustration.of(pipeline, id, null, duration, warmup);
        blocks.add(new Block.Figure(timeline, timeline.words(), Words.of("When each fault acts, in the run's time.")));
        blocks.add(new Block.Tabular(faults(scenario)));
        if (scenario.faults().size() > MOST_FAULTS) {
            blocks.add(Block.notice("The table has the first " + MOST_FAULTS + " of "
                    + Numbers.counted(scenario.faults().size(), "fault")
                    + ", in the order of the model file, which has them all."));
        }
        return new Section(section, names.scenario(id), blocks);
    }

    private Table faults(Scenario scenario) {
        List<Row> rows = new ArrayList<>();
        for (Fault fault : scenario.faults()
                .subList(0, Math.min(MOST_FAULTS, scenario.faults().size()))) {
            rows.add(new Row(List.of(
                    Cell.of(target(fault)),
                    Cell.of(EffectWords.of(fault)),
                    Cell.of(Figures.moment(fault.at().seconds())),
                    Cell.of(end(fault)),
                    Cell.of(how(fault)))));
        }
        List<Column> columns = List.of(
                new Column("What", false),
                new Column("What goes wrong with it", false),
                new Column("From", true),
                new Column("To", true),
                new Column("How it comes and goes", false));
        return new Table("The faults, in time since the run began", columns, rows, Words.NONE);
    }

    private String target(Fault fault) {
        String name = Targets.name(pipeline, fault.target());
        List<String> befallen = fault.target().tags() == null
                ? List.of()
                : Targets.befallen(pipeline, fault.target()).stream()
                        .map(names::component)
                        .toList();
        if (befallen.isEmpty()) {
            return name;
        }
        String told = String.join("; ", befallen.subList(0, Math.min(MOST_TARGETS, befallen.size())));
        int more = befallen.size() - MOST_TARGETS;
        return name + ": " + told + (more > 0 ? " and " + more + " more" : "");
    }

    private String end(Fault fault) {
        double duration = settings.duration().seconds();
        if (fault.lasting() == null) {
            return "the end of the run";
        }
        double end = fault.at().seconds() + fault.lasting().seconds();
        return end > duration ? "the end of the run" : Figures.moment(end);
    }

    private static String how(Fault fault) {
        List<String> how = new ArrayList<>();
        if (fault.ramp() != null && EffectWords.canRamp(fault)) {
            how.add("grows over " + Figures.time(fault.ramp().seconds()));
        }
        if (fault.flap() != null) {
            how.add(Figures.time(fault.flap().on().seconds()) + " on, "
                    + Figures.time(fault.flap().off().seconds()) + " off, again and again");
        }
        return how.isEmpty() ? "at full strength at once" : String.join("; ", how);
    }
}
