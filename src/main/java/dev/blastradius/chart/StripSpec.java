package dev.blastradius.chart;

import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.metrics.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of states over simulated time, as data: a strip for each thing, coloured by the state that it is in. Where a thing is in several
 * states at once, as the circuit breakers of several replicas are, each takes its share of the strip's height.
 *
 * @param title what is shown
 * @param duration the time axis goes from 0 to here, in seconds; above 0
 * @param warmup until here nothing was measured, in seconds
 * @param states in the order in which they are drawn, from the strip's top; the last is what a thing is in for the rest
 * @param rows from the top down
 * @param windows when a fault was active
 * @param empty what to say where there is no row
 */
public record StripSpec(
        String title,
        double duration,
        double warmup,
        List<State> states,
        List<Row> rows,
        List<Window> windows,
        String empty)
        implements Charted {

    public StripSpec {
        states = List.copyOf(states);
        rows = List.copyOf(rows);
        windows = List.copyOf(windows);
    }

    /** A state and its colour. */
    public record State(String name, Ink ink) {}

    /**
     * A strip.
     *
     * @param name what it is of
     * @param shares of each state but the last, 0 to 1, NaN where there is none; all with the same steps
     */
    public record Row(String name, List<TimeSeries> shares) {
        public Row {
            shares = List.copyOf(shares);
        }

        /** The share of a state at a time, in seconds; NaN where nothing is known. */
        public double share(int state, double seconds) {
            TimeSeries first = shares.get(0);
            int step = (int) Math.floor(seconds / first.intervalSeconds());
            if (Double.isNaN(seconds) || step < 0 || step >= first.size()) {
                return Double.NaN;
            }
            if (state < shares.size()) {
                return shares.get(state).value(step);
            }
            double rest = 1;
            for (TimeSeries each : shares) {
                rest -= each.value(step);
            }
            return Math.max(0, rest);
        }
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public List<Entry> legend() {
        return states.stream()
                .map(state -> new Entry(state.name(), state.ink(), Sign.AREA))
                .toList();
    }

    /** How many of the rows are in each state, shares added up: {@code "1 of 3"}. */
    @Override
    public List<String> values(double seconds) {
        List<String> values = new ArrayList<>();
        for (int state = 0; state < states.size(); state++) {
            double sum = 0;
            int known = 0;
            for (Row row : rows) {
                double share = row.share(state, seconds);
                if (!Double.isNaN(share)) {
                    sum += share;
                    known++;
                }
            }
            values.add(known == 0 ? Figures.NONE : Figures.number(sum) + " of " + known);
        }
        return values;
    }

    /** What each row is in at a time, in words: {@code "Assistant → Opus open"}, or with shares where it is in several. */
    public List<String> inWords(double seconds) {
        List<String> words = new ArrayList<>();
        for (Row row : rows) {
            List<String> parts = new ArrayList<>();
            for (int state = 0; state < states.size(); state++) {
                double share = row.share(state, seconds);
                if (share > 0) {
                    String name = states.get(state).name();
                    parts.add(share == 1 ? name : Figures.share(share) + " " + name);
                }
            }
            if (!parts.isEmpty()) {
                words.add(row.name() + " " + String.join(", ", parts));
            }
        }
        return words;
    }
}
