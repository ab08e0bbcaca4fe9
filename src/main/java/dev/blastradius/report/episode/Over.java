package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.document.Table.Tone;
import dev.blastradius.report.document.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How operators know that it is over: what was back when, counted from the end of the last fault. */
final class Over {

    private static final int MOST = 8;
    private static final int MOST_BREAKERS = 3;
    private static final String NOT = "not by the end";
    private static final String UNUSED = "not seen: unused";

    /** What is said of a limit that is no longer crossed; of others nothing is said. */
    private static final Map<Limit, String> BACK = new EnumMap<>(Map.of(
            Limit.OBJECTIVE, "its objective is kept again",
            Limit.FAILING, "failures are as usual",
            Limit.SATURATED, "servers are free again",
            Limit.QUEUEING, "the queue is as usual",
            Limit.SLOW, "it is as quick as usual",
            Limit.QUOTA, "its quota is no longer used up",
            Limit.STORM, "repetitions are as usual",
            Limit.FALLBACK, "it is no longer needed as a fallback"));

    private final List<Recorded> all;

    Over(List<Recorded> all) {
        this.all = all;
    }

    Section section(String id) {
        String title = "How you know that it is over";
        List<Column> columns = new ArrayList<>(List.of(text("Sign")));
        all.forEach(recorded -> columns.add(number(all.size() == 1 ? "Seen at" : recorded.strategy())));
        List<Row> rows = new ArrayList<>();
        rows.add(goodput());
        List<String> keys = broken();
        List<Row> breakers = breakers(keys);
        List<Row> limits = limits();
        rows.addAll(breakers);
        rows.addAll(limits.subList(0, Math.max(0, Math.min(limits.size(), MOST - rows.size()))));
        int left = 1 + keys.size() + limits.size() - rows.size();
        boolean ends = all.stream().noneMatch(recorded -> Double.isInfinite(recorded.lastFault()));
        Block table = Phrases.table(
                ends
                        ? "When each sign was there for good, from the end of "
                                + all.get(0).last() + " (minutes:seconds; −: before it)"
                        : "When each sign was there for good, from the beginning of "
                                + all.get(0).first() + " (minutes:seconds)",
                columns,
                rows,
                (all.size() == 1 ? "" : "–: it was never otherwise. ")
                        + (isAnyUnused(rows)
                                ? "Not seen: nothing was asked of it any more when the run ended; try it with a few calls before it is used again. "
                                : "")
                        + (left > 0
                                ? "Left out: " + Figures.count(left) + " more, none of which was back later than these."
                                : ""));
        return new Section(
                id,
                title,
                List.of(
                        Block.paragraph(
                                "It is over when goodput of the last half minute has been at 95 % or more of what it was before"
                                        + " the fault for a minute, circuit breakers are closed, and queues are as before."
                                        + (ends
                                                ? ""
                                                : " The fault lasts to the end of the run, which therefore shows no such moment.")),
                        table));
    }

    private static boolean isAnyUnused(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.words().text().equals(UNUSED));
    }

    private static double origin(Recorded recorded, boolean ends) {
        return ends ? recorded.lastFault() : recorded.firstFault();
    }

    private static Cell cell(String words, boolean isBad) {
        return new Cell(Words.of(words), isBad ? Tone.BAD : Tone.PLAIN, Double.NaN);
    }

    private Cell at(Recorded recorded, double seconds) {
        boolean ends = all.stream().noneMatch(each -> Double.isInfinite(each.lastFault()));
        return Double.isNaN(seconds) ? cell(NOT, true) : cell(Phrases.from(origin(recorded, ends), seconds), false);
    }

    private Cell ended(Recorded recorded, Onset onset) {
        return isUnused(recorded, onset) ? Cell.of(UNUSED) : at(recorded, recorded.over(onset));
    }

    /** Whether it cannot be seen whether it is over, for nobody asks. */
    private static boolean isUnused(Recorded recorded, Onset onset) {
        return Double.isNaN(recorded.over(onset)) && !Double.isNaN(recorded.unusedSince(onset));
    }

    private Row goodput() {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of("Goodput: 95 % of before, for the first minute since")));
        for (Recorded recorded : all) {
            Recovery recovery = Recovery.of(recorded);
            cells.add(recovery == null ? Cell.of("not known") : at(recorded, recorded.lastFault() + recovery.after()));
        }
        return new Row(cells);
    }

    /** The dependencies whose breakers opened, those that were closed last first. */
    private List<String> broken() {
        Map<String, Double> closed = new LinkedHashMap<>();
        for (Recorded recorded : all) {
            for (Breakers.Times times : new Breakers(recorded).opened()) {
                closed.merge(
                        recorded.chronicle().dependencies().get(times.arrow()),
                        times.isClosed() ? times.closed() : Double.POSITIVE_INFINITY,
                        Math::max);
            }
        }
        return closed.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<Row> breakers(List<String> keys) {
        List<Row> rows = new ArrayList<>();
        for (String key : keys.subList(0, Math.min(MOST_BREAKERS, keys.size()))) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(name(key) + ": the circuit breaker is closed")));
            for (Recorded recorded : all) {
                cells.add(new Breakers(recorded)
                        .opened().stream()
                                .filter(times -> recorded.chronicle()
                                        .dependencies()
                                        .get(times.arrow())
                                        .equals(key))
                                .findFirst()
                                .map(times -> at(recorded, times.closed()))
                                .orElse(Cell.of(Figures.NONE)));
            }
            rows.add(new Row(cells));
        }
        return rows;
    }

    private String name(String where) {
        for (Recorded recorded : all) {
            if (recorded.pipeline().components().containsKey(where)
                    || recorded.pipeline().arrows().containsKey(where)) {
                return recorded.name(where);
            }
        }
        return all.get(0).name(where);
    }

    /** What was crossed last first, for it is what one waits for. */
    private List<Row> limits() {
        List<Onset> found = new ArrayList<>();
        for (Recorded recorded : all) {
            for (Onset onset : Signs.of(recorded, BACK.keySet())) {
                if (found.stream().noneMatch(other -> Signs.isSame(other, onset))) {
                    found.add(onset);
                }
            }
        }
        found.sort((one, other) -> Double.compare(latest(other), latest(one)));
        List<Row> rows = new ArrayList<>();
        for (Onset each : found) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(name(each.where()) + ": " + BACK.get(each.limit()))));
            for (Recorded recorded : all) {
                Onset same = Signs.same(recorded, each);
                cells.add(same == null ? Cell.of(Figures.NONE) : ended(recorded, same));
            }
            rows.add(new Row(cells));
        }
        return rows;
    }

    private double latest(Onset onset) {
        double latest = Double.NEGATIVE_INFINITY;
        for (Recorded recorded : all) {
            Onset same = Signs.same(recorded, onset);
            if (same != null && !isUnused(recorded, same)) {
                double over = recorded.over(same);
                latest = Math.max(latest, Double.isNaN(over) ? Double.POSITIVE_INFINITY : over);
            }
        }
        return latest;
    }
}
