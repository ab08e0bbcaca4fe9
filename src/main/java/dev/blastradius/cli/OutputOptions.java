package dev.blastradius.cli;

import dev.blastradius.io.ResultTables;
import dev.blastradius.io.ResultWriter;
import dev.blastradius.io.Results;
import dev.blastradius.report.Reports;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.form.ReportFile;
import dev.blastradius.report.form.ReportForm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go besides the text on standard output. */
final class OutputOptions {

    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the result as JSON (blastradius-result/1). With - it goes to standard output, in"
                    + " place of the text.")
    private @Nullable String json;

    @Option(
            names = "--csv",
            paramLabel = "DIR",
            description = "Write tables into this folder, which is made if need be: " + ResultTables.RUNS
                    + " (a row for each run and client), " + ResultTables.SERIES
                    + " (a row for each step of simulated time), and " + ResultTables.COMPARISON + " or "
                    + ResultTables.MATRIX + " where there is one. sweep and tipping-point write a table of their"
                    + " own, with a row for each value.")
    private @Nullable String csv;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Write a report to hand on: a web page in one file, a PDF, or Markdown with its pictures in a folder beside"
                            + " it, as FILE ends in .html, .pdf or .md.")
    private @Nullable String report;

    /** Whether a report is written, so that runs have to be looked at closely. */
    boolean isReportAsked() {
        return report != null;
    }

    /** Whether the JSON takes the report's place on standard output. */
    boolean isJsonOnStandardOutput() {
        return STANDARD_OUTPUT.equals(json);
    }

    /**
     * Finds out before a long run what could not be written after it.
     *
     * @param model the model's file, which must not be overwritten; null: unknown
     */
    void check(@Nullable Path model, Complaints complaints) {
        if (json != null && !isJsonOnStandardOutput()) {
            checkFile("--json", json, model, complaints);
        }
        if (csv != null) {
            checkFolder(csv, complaints);
        }
        if (report != null) {
            checkReport(report, model, complaints);
        }
    }

    private void checkReport(String name, @Nullable Path model, Complaints complaints) {
        Path file = path("--report", name, complaints);
        if (file == null) {
            return;
        }
        if (ReportForm.of(file) == null) {
            complaints.add("--report: expected " + ReportFile.EXPECTED_NAME + "; found \"" + name + "\"");
            return;
        }
        checkFile("--report", name, model, complaints);
        Path pictures = ReportFile.pictures(file);
        if (ReportForm.of(file) == ReportForm.MARKDOWN && Files.exists(pictures) && !Files.isDirectory(pictures)) {
            complaints.add("--report: the pictures' folder \"" + pictures + "\" cannot be made: it is a file");
        }
        if (json != null && !isJsonOnStandardOutput() && isSamePlace(json, file)) {
            complaints.add("--report: \"" + name + "\" is where --json writes; expected another file");
        }
    }

    private static boolean isSamePlace(String name, Path file) {
        try {
            return Path.of(name)
                    .toAbsolutePath()
                    .normalize()
                    .equals(file.toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Finds out whether a file that an option names can be written. */
    static void checkFile(String option, String name, @Nullable Path model, Complaints complaints) {
        Path file = path(option, name, complaints);
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            complaints.add(option + ": expected a file to write; found the folder \"" + name + "\"");
        } else if (folder == null || !Files.isDirectory(folder)) {
            complaints.add(option + ": there is no folder \"" + folder + "\" to write into");
        } else if (!takesFiles(folder)) {
            complaints.add(option + ": the folder \"" + folder + "\" cannot be written");
        } else if (model != null && isSame(file, model)) {
            complaints.add(option + ": \"" + name + "\" is the model itself; expected another file");
        }
    }

    private static void checkFolder(String name, Complaints complaints) {
        Path folder = path("--csv", name, complaints);
        if (folder == null) {
            return;
        }
        Path existing = folder.toAbsolutePath();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            complaints.add("--csv: expected a folder; found the file \"" + existing + "\"");
        } else if (existing == null || !takesFiles(existing)) {
            complaints.add("--csv: the folder \"" + existing + "\" cannot be written");
        }
    }

    /** Whether something can be made in a folder, found out by trying: rights alone do not tell, of /proc for one. */
    private static boolean takesFiles(Path folder) {
        try {
            Files.delete(Files.createTempDirectory(folder, ".blastradius"));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Path path(String option, String name, Complaints complaints) {
        try {
            if (!name.isBlank()) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            // Said below.
        }
        complaints.add(option + ": not a file's name; found \"" + name + "\"");
        return null;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes what was asked for.
     *
     * @return whether all could be written; what could not be was said on standard error
     */
    boolean write(Results results, Console console) {
        return write(
                out -> ResultWriter.write(results, out),
                file -> ResultWriter.write(results, file),
                folder -> ResultTables.write(results, folder),
                console);
    }

    /**
     * Writes what was asked for.
     *
     * @param stream writes JSON to a stream
     * @param file writes JSON to a file
     * @param tables writes CSV into a folder
     * @return whether all could be written; what could not be was said on standard error
     */
    boolean write(Writer<OutputStream> stream, Writer<Path> file, Writer<Path> tables, Console console) {
        boolean written = true;
        if (isJsonOnStandardOutput()) {
            written = write(STANDARD_OUTPUT, console, () -> stream.write(console.out()));
        } else if (json != null) {
            Path place = Path.of(json);
            written = write(json, console, () -> file.write(place));
        }
        if (csv != null) {
            Path folder = Path.of(csv);
            written &= write(csv, console, () -> tables.write(folder));
        }
        return written;
    }

    /**
     * Writes the report, where it was asked for.
     *
     * @param finding what it is of; asked only then
     * @return whether it could be written; what kept it from that was said on standard error
     */
    boolean report(Supplier<Finding> finding, Console console) {
        String name = report;
        return name == null || write(name, console, () -> ReportFile.write(Reports.of(finding.get()), Path.of(name)));
    }

    /** Writes a result to some place. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T place) throws IOException;
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Writing {
        void run() throws IOException;
    }

    /** Writes a file; what keeps it from being written is said on standard error. */
    static boolean write(String name, Console console, Writing writing) {
        try {
            writing.run();
            return true;
        } catch (IOException e) {
            console.err().println(Style.clean("blastradius: cannot write " + name + ": " + reason(e)));
            return false;
        }
    }

    /** Java's messages of files often are only the file's name. */
    static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? kind : kind + ", " + e.getMessage();
    }
}
