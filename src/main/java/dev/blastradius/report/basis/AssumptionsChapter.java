package dev.blastradius.report.basis;

import dev.blastradius.chart.Names;
import dev.blastradius.editor.PresetEdits;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.report.basis.Assumed.Guard;
import dev.blastradius.report.basis.Assumed.Part;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was put into the simulation and not found by it: distributions, policies, prices and limits, each with where it comes from. */
public final class AssumptionsChapter {

    /** A table with more rows than this is read by nobody; what is left out is said. */
    private static final int MOST_ROWS = 60;

    /** Longer descriptions are cut. */
    private static final int LONGEST = 400;

    /** More strategies than these are told by numbers. */
    private static final int MOST_NAMED = 3;

    private static final String NOTHING = "–";

    private final Pipeline pipeline;
    private final Names names;
    private final List<String> strategies;
    private final Assumed assumed;

    private AssumptionsChapter(Finding finding) {
        this.pipeline = finding.origin().model().pipeline();
        this.names = new Names(pipeline);
        this.strategies = Looked.strategies(finding);
        this.assumed = Assumed.of(pipeline, strategies);
    }

    /** The chapter {@code assumptions}. */
    public static Section of(Finding finding) {
        AssumptionsChapter chapter = new AssumptionsChapter(finding);
        List<Section> parts = new ArrayList<>();
        parts.add(chapter.drawn());
        parts.add(chapter.guards());
        parts.add(chapter.values());
        parts.add(chapter.defaults());
        parts.add(chapter.sources());
        return new Section("assumptions", "Assumptions", chapter.opening(finding), parts, false);
    }

    private List<Block> opening(Finding finding) {
        List<Block> blocks = new ArrayList<>();
        long guarded = assumed.guards().keySet().stream()
                .filter(guard -> !guard.what().equals("call"))
                .map(Guard::where)
                .distinct()
                .count();
        blocks.add(Block.paragraph("What follows was put into the simulation and not found by it: "
                + Numbers.counted(assumed.drawn().size(), "distribution") + " of times and tokens, policies on "
                + guarded + " of " + Numbers.counted(arrows(), "arrow")
                + ", and the prices, limits and promises of "
                + Numbers.counted(assumed.components().size(), "part")
                + ". If one of them is wrong for the real system, so is what follows from it."));
        if (strategies.size() > 1) {
            blocks.add(
                    Block.paragraph(
                            "Where strategies differ, the last column says in which of them a row holds; elsewhere it holds in all."));
        }
        if (finding instanceof Finding.OfTippingPoint || finding instanceof Finding.OfSweep) {
            blocks.add(Block.paragraph("What was varied stands here with the value that the model file has."));
        }
        return blocks;
    }

    private long arrows() {
        return assumed.guards().keySet().stream().map(Guard::where).distinct().count();
    }

    private Section drawn() {
        List<Column> columns = List.of(
                new Column("Where", false),
                new Column("What", false),
                new Column("As the model file says it", false),
                new Column("Mean", true),
                new Column("99th percentile", true));
        return section(
                "assumptions-distributions",
                "What is drawn anew for each request",
                "Each of these numbers is drawn from a distribution, independently for each request; one request in a hundred is above the 99th percentile.",
                table(
                        "Distributions of times, tokens and rates",
                        columns,
                        assumed.drawn(),
                        each -> List.of(each.where(), each.what(), each.words(), each.mean(), each.p99())));
    }

    private Section guards() {
        List<Column> columns = List.of(
                new Column("Arrow", false),
                new Column("What", false),
                new Column("As the model file says it", false),
                new Column("By default", false));
        return section(
                "assumptions-policies",
                "What callers do about failure",
                "For each arrow: how long its caller waits, and the policies on it. What the model file leaves open has the program's default.",
                table(
                        "Time-outs and policies on each arrow",
                        columns,
                        assumed.guards(),
                        each -> List.of(each.where(), each.what(), orNothing(each.given()), orNothing(each.left()))));
    }

    private Section values() {
        List<Column> columns = List.of(
                new Column("Part", false), new Column("Kind", false), new Column("As the model file says it", false));
        return section(
                "assumptions-parts",
                "Traffic, capacity, limits and prices",
                "What the model file says of each part besides its distributions; of everything else the defaults hold.",
                table(
                        "Values of the parts",
                        columns,
                        assumed.parts(),
                        (Part each) -> List.of(each.where(), each.kind(), orNothing(each.given()))));
    }

    private Section defaults() {
        List<Row> rows = assumed.defaults().stream()
                .map(each -> new Row(List.of(
                        Cell.of(each.what()),
                        Cell.of(each.meaning()),
                        Cell.of(each.holds()),
                        Cell.of(
                                each.source().equals(Parameter.OWN_CHOICE)
                                        ? "this program's own choice"
                                        : each.source()))))
                .toList();
        List<Column> columns = List.of(
                new Column("What", false),
                new Column("Its meaning", false),
                new Column("Holds", false),
                new Column("From", false));
        return section(
                "assumptions-defaults",
                "Defaults that hold because the model file says nothing",
                "Most are what a published library or its documentation says; where they are this program's own choice, that is said.",
                new Limited(
                        new Table("Defaults in use and where they come from", columns, cut(rows), Words.NONE),
                        rows.size()));
    }

    private Section sources() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Block.paragraph(
                        "Where a part's values equal those of a preset of the program, the preset's sources are named; what the model file itself"
                                + " says of its numbers follows. Numbers of which neither says anything are the author's own."));
        List<Row> presets = new ArrayList<>();
        List<Row> descriptions = new ArrayList<>();
        assumed.components().forEach((where, component) -> {
            PresetEdits.present(component).forEach(preset -> presets.addAll(presetRows(where, preset)));
            String description = component.about().description();
            if (description != null && !description.isBlank()) {
                String text = description.strip().replaceAll("\\s+", " ");
                descriptions.add(new Row(List.of(
                        Cell.of(where),
                        Cell.of(
                                text.length() > LONGEST
                                        ? text.substring(0, text.offsetByCodePoints(LONGEST, -1))
                                                        .strip() + " …"
                                        : text))));
            }
        });
        if (presets.isEmpty()) {
            blocks.add(Block.paragraph("No part has the values of a preset."));
        } else {
            List<Column> columns = List.of(
                    new Column("Part", false),
                    new Column("Preset", false),
                    new Column("Values", false),
                    new Column("Source, its date, and how well known it is", false));
            blocks.addAll(new Limited(
                            new Table("Parts that have the values of a preset", columns, cut(presets), Words.NONE),
                            presets.size())
                    .blocks());
        }
        if (!descriptions.isEmpty()) {
            List<Column> columns = List.of(new Column("Part", false), new Column("In the author's words", false));
            blocks.addAll(new Limited(
                            new Table(
                                    "What the model file says of its parts",
                                    columns,
                                    cut(descriptions),
                                    Words.of("Texts of more than " + LONGEST + " characters are cut.")),
                            descriptions.size())
                    .blocks());
        }
        return new Section("assumptions-sources", "Where the numbers come from", blocks);
    }

    private static List<Row> presetRows(String where, Preset preset) {
        return preset.sources().stream()
                .map(source -> new Row(List.of(
                        Cell.of(where),
                        Cell.of(preset.name()),
                        Cell.of(String.join(
                                ", ",
                                source.of().stream()
                                        .map(dev.blastradius.editor.form.Words::title)
                                        .map(FormReader::lower)
                                        .toList())),
                        Cell.of(source.from() + ", " + source.date() + ". "
                                + source.grade().word().meaning() + "."))))
                .toList();
    }

    private static Section section(String id, String title, String opening, Limited table) {
        List<Block> blocks = new ArrayList<>(List.of(Block.paragraph(opening)));
        blocks.addAll(table.blocks());
        return new Section(id, title, blocks);
    }

    /** A table of things that hold in some strategies, those of one place together; that column is there only where they differ. */
    private <T> Limited table(
            String caption, List<Column> columns, Map<T, List<String>> all, Function<T, List<String>> cells) {
        boolean differ = all.values().stream().anyMatch(holdsIn -> holdsIn.size() < strategies.size());
        List<Column> head = new ArrayList<>(columns);
        if (differ) {
            head.add(new Column("Strategies", false));
        }
        List<Row> rows = new ArrayList<>();
        List<Map.Entry<T, List<String>>> together = new ArrayList<>(all.entrySet());
        List<String> places = all.keySet().stream()
                .map(each -> cells.apply(each).get(0))
                .distinct()
                .toList();
        together.sort(Comparator.comparingInt(
                each -> places.indexOf(cells.apply(each.getKey()).get(0))));
        for (Map.Entry<T, List<String>> each : together) {
            List<Cell> row = new ArrayList<>();
            cells.apply(each.getKey()).forEach(text -> row.add(Cell.of(text)));
            if (differ) {
                row.add(Cell.of(holdsIn(each.getValue())));
            }
            rows.add(new Row(row));
        }
        Words note = differ && isNumbered() ? numbers() : Words.NONE;
        return new Limited(new Table(caption, head, cut(rows), note), rows.size());
    }

    private String holdsIn(List<String> some) {
        if (some.size() == strategies.size()) {
            return "all";
        }
        if (isNumbered()) {
            return some.stream()
                    .map(id -> String.valueOf(1 + strategies.indexOf(id)))
                    .collect(Collectors.joining(", "));
        }
        List<String> others =
                strategies.stream().filter(id -> !some.contains(id)).toList();
        return others.size() < some.size() ? "all but " + told(others) : told(some);
    }

    /** Whether strategies are so many that tables have numbers for them. */
    private boolean isNumbered() {
        return strategies.size() > MOST_NAMED;
    }

    /** What numbers of strategies stand for, under each table that has them. */
    private Words numbers() {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < strategies.size(); i++) {
            numbered.add((i + 1) + " " + names.strategy(strategies.get(i)));
        }
        return Words.of("Strategies: " + String.join("; ", numbered) + ".");
    }

    private String told(List<String> some) {
        return String.join("; ", some.stream().map(names::strategy).toList());
    }

    private static <T> List<T> cut(List<T> rows) {
        return rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }

    /** A table of which some rows may have been left out. */
    private record Limited(Table table, int all) {
        List<Block> blocks() {
            List<Block> blocks = new ArrayList<>();
            if (table.rows().isEmpty()) {
                blocks.add(Block.paragraph("There are none."));
                return blocks;
            }
            blocks.add(new Block.Tabular(table));
            int more = all - table.rows().size();
            if (more > 0) {
                blocks.add(Block.notice(Numbers.counted(more, "more row") + (more == 1 ? " is" : " are")
                        + " left out here; the model file has all of it."));
            }
            return blocks;
        }
    }
}
