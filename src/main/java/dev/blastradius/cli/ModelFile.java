package dev.blastradius.cli;

import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelReader.Reading;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.report.finding.Origin;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model file that the command line names, and what is said about it on standard error. */
final class ModelFile {

    private final String name;
    private final Path path;
    private @Nullable String sha256;

    /** The same; where that cannot be a file's name, complains and gives null. */
    static @Nullable ModelFile named(String name, Complaints complaints) {
        try {
            return new ModelFile(name);
        } catch (InvalidPathException e) {
            complaints.add("MODEL: not a file's name; found \"" + name + "\"");
            return null;
        }
    }

    /** A file as the command line names it. Throws InvalidPathException where that cannot be a file's name. */
    ModelFile(String name) {
        this.name = name;
        this.path = Path.of(name);
    }

    String name() {
        return name;
    }

    Path path() {
        return path;
    }

    /** Reads it; null where there are errors. All problems go to {@code err}, warnings only if wanted. */
    @Nullable
    Model read(PrintStream err, boolean warningsToo) {
        Reading reading = ModelReader.read(path);
        sha256 = reading.sha256();
        List<Problem> shown = reading.problems().stream()
                .filter(each -> warningsToo || each.isError())
                .toList();
        shown.forEach(problem -> err.println(line(problem)));
        if (!shown.isEmpty()) {
            err.println(count(shown));
        }
        return reading.model();
    }

    /** Where what was made of it comes from, once it was read; its command line is one of {@link dev.blastradius.report.finding.Commands}. */
    Origin origin(Model model, List<String> command) {
        return new Origin(shortName(), sha256, CommandLineProgram.version(), command, model);
    }

    /** Its name without its folders. */
    String shortName() {
        Path last = path.getFileName();
        return last == null ? name : last.toString();
    }

    /** {@code file:line:column: error at $.path: what; expected …; found …; advice}, as editors and terminals can follow. */
    String line(Problem problem) {
        return line(problem, problem.isError() ? "error" : "warning");
    }

    /** The same with another word for how bad it is. */
    String line(Problem problem, String severity) {
        StringBuilder text = new StringBuilder(name);
        if (problem.line() > 0) {
            text.append(':').append(problem.line());
            if (problem.column() > 0) {
                text.append(':').append(problem.column());
            }
        }
        text.append(": ")
                .append(severity)
                .append(" at ")
                .append(problem.where())
                .append(": ");
        text.append(problem.what());
        if (!problem.expected().isEmpty()) {
            text.append("; expected ").append(problem.expected());
        }
        if (!problem.found().isEmpty()) {
            text.append("; found ").append(problem.found());
        }
        if (!problem.mend().isEmpty()) {
            text.append("; ").append(problem.mend());
        }
        return Style.clean(text.toString());
    }

    private String count(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        String words = errors == 0 ? "" : RunReport.plural(errors, "error");
        if (warnings > 0) {
            words += (words.isEmpty() ? "" : " and ") + RunReport.plural(warnings, "warning");
        }
        return Style.clean(words + " in " + name);
    }
}
