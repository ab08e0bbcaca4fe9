package dev.blastradius.cli;

import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks model files without running them. */
@CommandLine.Command(
        name = "validate",
        header = "Check model files, and say everything that is wrong with them.",
        description = {
            "",
            "Every problem is a line on standard error: file, line and column, the place as a JSON path, what is wrong, what"
                    + " was expected and what was found. A line on standard output says of each valid file what is in it, and"
                    + " notes say which inputs its runs need and have not got. Warnings do not make a file invalid.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  blastradius validate models/*.blast.json",
            "      checks all of them",
            "",
            "Exit status: 0 all are valid, 2 wrong usage, 3 one of them is invalid, 70 a fault of the program's own."
        })
final class ValidateCommand implements Command {

    private final Simulator simulator;

    @Parameters(arity = "1..*", paramLabel = "MODEL", description = "The model files (*.blast.json).")
    private List<String> models = List.of();

    @Option(names = "--quiet", description = "No warnings, notes and lines about valid files; only errors.")
    private boolean quiet;

    private final List<ModelFile> files = new ArrayList<>();

    ValidateCommand(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void check(Complaints complaints) {
        for (String name : models) {
            ModelFile file = ModelFile.named(name, complaints);
            if (file != null) {
                files.add(file);
            }
        }
    }

    @Override
    public int run(Console console) {
        int status = ExitStatus.DONE;
        for (ModelFile file : files) {
            Model model = file.read(console.err(), !quiet);
            if (model == null) {
                status = ExitStatus.INVALID_INPUT;
            } else if (!quiet) {
                console.out().println(Style.clean(file.name() + ": valid: " + contents(model.pipeline())));
                notes(model, file, console);
            }
        }
        return status;
    }

    private static String contents(Pipeline pipeline) {
        return RunReport.plural(pipeline.components().size(), "component") + ", "
                + pipeline.arrows().size() + (pipeline.arrows().size() == 1 ? " dependency, " : " dependencies, ")
                + RunReport.plural(pipeline.scenariosOrNone().size(), "scenario") + ", "
                + (pipeline.strategiesOrNone().size() == 1
                        ? "1 strategy"
                        : pipeline.strategiesOrNone().size() + " strategies")
                + " besides " + Strategy.AS_DRAWN;
    }

    /** What runs of the drawing lack, then what each scenario and each strategy adds to that. */
    private void notes(Model model, ModelFile file, Console console) {
        Pipeline pipeline = model.pipeline();
        Set<Problem> drawing =
                new LinkedHashSet<>(simulator.unreadRecordings(Strategies.runSpec(model, null, Strategy.AS_DRAWN)));
        note(drawing, "", file, console);
        for (String scenario : pipeline.scenariosOrNone().keySet()) {
            Set<Problem> added = new LinkedHashSet<>(
                    simulator.unreadRecordings(Strategies.runSpec(model, scenario, Strategy.AS_DRAWN)));
            added.removeAll(drawing);
            note(added, " (scenario " + scenario + ")", file, console);
        }
        for (String strategy : pipeline.strategiesOrNone().keySet()) {
            Set<Problem> added =
                    new LinkedHashSet<>(simulator.unreadRecordings(Strategies.runSpec(model, null, strategy)));
            added.removeAll(drawing);
            note(added, " (strategy " + strategy + ")", file, console);
        }
    }

    private static void note(Set<Problem> problems, String of, ModelFile file, Console console) {
        problems.forEach(problem -> console.out().println(file.line(problem, "note" + of)));
    }
}
