package dev.blastradius.io;

import dev.blastradius.engine.Recording;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.distribution.DistributionTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads recorded arrivals: CSV in UTF-8 with a column of arrival times in seconds from the start of the run, never falling,
 * and two optional columns of input and output tokens. The first row may be a header. Columns are separated by commas,
 * semicolons or tabs; an empty cell of tokens means that the recording does not say.
 */
final class RecordingReader {

    /** So many arrivals and no more. */
    static final int MOST_ROWS = 10_000_000;

    /** So many characters of one row and no more. */
    static final int LONGEST_ROW = 1_000;

    /** So many problems of one file are reported, then reading stops. */
    static final int MOST_PROBLEMS = 20;

    private static final int MOST_COLUMNS = 3;
    private static final int UNKNOWN = -1;
    private static final double LATEST_SECONDS = Duration.MAX_NANOS / 1e9;

    private final String file;
    private final JsonPath where;
    private final Problems problems;
    private long[] arrivals = new long[1_024];
    private int[] inputs = new int[1_024];
    private int[] outputs = new int[1_024];
    private int size;
    private boolean anyInput;
    private boolean anyOutput;
    private int wrong;
    private long row;

    private RecordingReader(String file, JsonPath where, Problems problems) {
        this.file = file;
        this.where = where;
        this.problems = problems;
    }

    /** The recording in a file; null where there are problems, which name the file and the row. */
    static @Nullable Recording read(Path folder, String file, JsonPath where, Problems problems) {
        RecordingReader reader = new RecordingReader(file, where, problems);
        try {
            Path path = folder.resolve(file);
            if (!Files.isRegularFile(path)) {
                problems.error(where, "there is no such file beside the model", "a CSV file", file);
                return null;
            }
            try (Reader in = new BufferedReader(
                    new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder()))) {
                reader.rows(in);
            }
        } catch (CharacterCodingException e) {
            reader.wrong("the text is not UTF-8", "UTF-8 text", null);
        } catch (IOException | InvalidPathException | SecurityException e) {
            reader.wrong("the file cannot be read: " + e.getClass().getSimpleName(), "a readable file", null);
        }
        return reader.wrong > 0 ? null : reader.recording();
    }

    private @Nullable Recording recording() {
        if (size == 0) {
            wrong("there are no arrivals", "a column of arrival times in seconds", null);
            return null;
        }
        return new Recording(
                Arrays.copyOf(arrivals, size),
                anyInput ? Arrays.copyOf(inputs, size) : null,
                anyOutput ? Arrays.copyOf(outputs, size) : null);
    }

    private void rows(Reader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c;
        do {
            c = in.read();
            if (c == '\n' || c < 0) {
                row++;
                row(line.toString());
                line.setLength(0);
            } else if (c != '\r') {
                line.append((char) c);
            }
            if (line.length() > LONGEST_ROW) {
                row++;
                wrong("the row is too long", "at most " + LONGEST_ROW + " characters", null);
                return;
            }
        } while (c >= 0 && wrong < MOST_PROBLEMS && size < MOST_ROWS);
        if (size == MOST_ROWS && in.read() >= 0) {
            wrong("there are too many arrivals", "at most " + MOST_ROWS, null);
        }
    }

    private void row(String line) {
        String text = row == 1 ? SourceText.withoutMark(line) : line;
        if (text.isBlank()) {
            return;
        }
        List<String> cells = cells(text);
        Double seconds = number(cells.get(0));
        if (seconds == null && row == 1) {
            return; // a header
        }
        if (cells.size() > MOST_COLUMNS) {
            wrong("too many columns", "arrival seconds, input tokens, output tokens", line);
        } else if (seconds == null || !(seconds >= 0 && seconds <= LATEST_SECONDS)) {
            wrong("not a time of arrival", "a number of seconds from 0 to " + (long) LATEST_SECONDS, cells.get(0));
        } else {
            arrival(Math.round(seconds * 1e9), cells);
        }
    }

    private void arrival(long nanos, List<String> cells) {
        if (size > 0 && nanos < arrivals[size - 1]) {
            wrong("arrivals fall back in time", "at least " + arrivals[size - 1] / 1e9, cells.get(0));
            return;
        }
        int input = tokens(cells, 1);
        int output = tokens(cells, 2);
        if (size == arrivals.length) {
            int longer = Math.min(MOST_ROWS, size * 2);
            arrivals = Arrays.copyOf(arrivals, longer);
            inputs = Arrays.copyOf(inputs, longer);
            outputs = Arrays.copyOf(outputs, longer);
        }
        anyInput |= input != UNKNOWN;
        anyOutput |= output != UNKNOWN;
        arrivals[size] = nanos;
        inputs[size] = input;
        outputs[size] = output;
        size++;
    }

    private int tokens(List<String> cells, int column) {
        if (column >= cells.size() || cells.get(column).isEmpty()) {
            return UNKNOWN;
        }
        Double count = number(cells.get(column));
        if (count == null || !(count >= 0 && count <= DistributionTypes.MOST_TOKENS) || count != Math.rint(count)) {
            wrong(
                    "not a count of tokens",
                    "a whole number from 0 to " + (long) DistributionTypes.MOST_TOKENS,
                    cells.get(column));
            return UNKNOWN;
        }
        return count.intValue();
    }

    /** The cells of a row, without spaces and quotation marks around them. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || ",;\t".indexOf(line.charAt(i)) >= 0) {
                String cell = line.substring(start, i).strip();
                boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
                cells.add(quoted ? cell.substring(1, cell.length() - 1).strip() : cell);
                start = i + 1;
            }
        }
        return cells;
    }

    private static @Nullable Double number(String cell) {
        if (cell.isEmpty() || !Character.isDigit(cell.charAt(cell.length() - 1))) {
            return null; // Java would read 1d, NaN and Infinity as numbers too
        }
        try {
            return Double.valueOf(cell);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void wrong(String what, String expected, @Nullable String found) {
        wrong++;
        String place = row == 0 ? file : file + ", row " + row;
        problems.error(where, place + ": " + what, expected, found);
    }
}
