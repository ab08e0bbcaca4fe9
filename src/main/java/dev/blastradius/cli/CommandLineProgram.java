package dev.blastradius.cli;

import dev.blastradius.model.descriptor.Nearest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: finds the command, runs it, and says what was wrong. */
public final class CommandLineProgram {

    private static final int HELP_WIDTH = 100;

    private final Console console;
    private final CommandLine parser;

    private CommandLineProgram(Console console, Simulator simulator) {
        this.console = console;
        this.parser = new CommandLine(new Program());
        parser.getCommandSpec()
                .addOption(OptionSpec.builder("--help")
                        .usageHelp(true)
                        .description("Show this.")
                        .scopeType(CommandLine.ScopeType.INHERIT)
                        .build())
                .addOption(OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        parser.addSubcommand(new RunCommand(simulator))
                .addSubcommand(new CompareCommand(simulator))
                .addSubcommand(new MatrixCommand(simulator))
                .addSubcommand(new SweepCommand(simulator))
                .addSubcommand(new TippingPointCommand(simulator))
                .addSubcommand(new ValidateCommand(simulator))
                .addSubcommand(new SchemaCommand());
        parser.setExpandAtFiles(false);
        parser.setOverwrittenOptionsAllowed(false);
        parser.setPosixClusteredShortOptionsAllowed(false);
        parser.setInterpolateVariables(false);
        parser.setUsageHelpWidth(HELP_WIDTH);
        parser.setColorScheme(
                CommandLine.Help.defaultColorScheme(console.style().colours() ? Ansi.ON : Ansi.OFF));
        collectErrors(parser);
    }

    /** Not only the first error: all of them are reported together. */
    private static void collectErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(CommandLineProgram::collectErrors);
    }

    /**
     * Runs a command line on the process's own streams.
     *
     * @param args the arguments, the command first
     * @return the exit status, as {@code --help} lists them
     */
    public static int run(String[] args) {
        withoutScreen();
        return run(args, Console.ofProcess(), Simulator.ofProgram());
    }

    /** Lets reports paint their pictures without looking for a screen, which may be named and not be there. */
    static void withoutScreen() {
        System.setProperty("java.awt.headless", "true");
    }

    /** The same with other streams and another simulator. */
    static int run(String[] args, Console console, Simulator simulator) {
        int status;
        @Nullable Command command = null;
        try {
            CommandLineProgram program = new CommandLineProgram(console, simulator);
            ParseResult parsed = program.parser.parseArgs(args);
            ParseResult deepest = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
            if (program.answered(parsed, deepest)) {
                status = ExitStatus.DONE;
            } else if (deepest.commandSpec().userObject() instanceof Command found) {
                command = found;
                status = program.run(command, parsed, deepest);
            } else if (args.length == 1 && isMissingModel(args[0])) {
                new ModelFile(args[0]).read(console.err(), true);
                status = ExitStatus.INVALID_INPUT;
            } else {
                throw new UsageException(program.withoutCommand(args));
            }
        } catch (UsageException e) {
            status = complain(e.complaints(), args, console, simulator);
        } catch (RuntimeException | Error e) {
            console.out().flush();
            return OwnFault.report(e, args, command == null ? null : command.seed(), console.err());
        }
        if (console.out().checkError()) {
            console.err().println("blastradius: standard output took not all of what was written");
            return status == ExitStatus.DONE ? ExitStatus.WRONG_USAGE : status;
        }
        return status;
    }

    /** The version of the jar that the program runs from, or {@code development} when it runs from class files. */
    static String version() {
        String version = CommandLineProgram.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Prints help or the version where that is what was asked for. */
    private boolean answered(ParseResult parsed, ParseResult deepest) {
        if (deepest.isUsageHelpRequested() || parsed.isUsageHelpRequested()) {
            deepest.commandSpec().commandLine().usage(console.out());
            return true;
        }
        if (parsed.isVersionHelpRequested() || deepest.isVersionHelpRequested()) {
            console.out().println("Blast Radius " + version());
            return true;
        }
        return false;
    }

    private int run(Command command, ParseResult above, ParseResult parsed) throws UsageException {
        Complaints complaints = new Complaints();
        if (!above.errors().isEmpty()) {
            complaints.add(
                    "options come after the command, " + parsed.commandSpec().name());
        }
        parsed.errors().forEach(error -> explain(error, parsed, complaints));
        command.check(complaints);
        if (!complaints.isEmpty()) {
            throw new UsageException(complaints.all());
        }
        return command.run(console);
    }

    private static void explain(Exception error, ParseResult parsed, Complaints complaints) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            Set<String> options = parsed.commandSpec().optionsMap().keySet();
            for (String argument : unmatched.getUnmatched()) {
                complaints.add(
                        argument.startsWith("-") && argument.length() > 1
                                ? "unknown option " + Style.PLAIN.shortened(argument, 60) + advice(argument, options)
                                : "unexpected argument \"" + Style.PLAIN.shortened(argument, 60) + "\"");
            }
        } else {
            String message = String.valueOf(error.getMessage());
            complaints.add(message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
        }
    }

    private static String advice(String argument, Set<String> options) {
        String name = argument.replaceFirst("=.*", "");
        String nearest = Nearest.of(name, options);
        return nearest == null ? "" : "; did you mean " + nearest + "?";
    }

    /** What is wrong where no command was named. */
    private List<String> withoutCommand(String[] args) {
        Set<String> commands = parser.getSubcommands().keySet();
        String list = "; the commands are " + String.join(", ", commands);
        if (args.length == 0) {
            return List.of("no command" + list);
        }
        String first = args[0];
        String shown = Style.clean(Style.PLAIN.shortened(first, 60));
        if (first.startsWith("-")) {
            return List.of("\"" + shown + "\" stands where the command should, and options come after it" + list);
        }
        if (isFile(first)) {
            return List.of("unknown command \"" + shown + "\", which is a file; did you mean run " + shown + "?");
        }
        String nearest = Nearest.of(first, commands);
        return List.of("unknown command \"" + shown + "\"" + (nearest == null ? "" : "; did you mean " + nearest + "?")
                + list);
    }

    /** Whether one argument alone is the name of a model, so that the window was meant, and there is nothing of that name. */
    private static boolean isMissingModel(String name) {
        try {
            return name.toLowerCase(Locale.ROOT).endsWith(".json") && Files.notExists(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static int complain(List<String> complaints, String[] args, Console console, Simulator simulator) {
        for (String complaint : complaints) {
            console.err().println("blastradius: " + complaint);
        }
        Set<String> commands = new CommandLineProgram(console, simulator)
                .parser
                .getSubcommands()
                .keySet();
        boolean named = args.length > 0 && commands.contains(args[0]);
        console.err().println("Try: blastradius " + (named ? args[0] + " " : "") + "--help");
        return ExitStatus.WRONG_USAGE;
    }

    /** What stands above the commands. */
    @CommandLine.Command(
            name = "blastradius",
            header = "Draw the dependency graph of an AI pipeline, break a provider, see how far the damage spreads.",
            description = {
                "",
                "Without arguments the window opens. With a command nothing is drawn and no display is needed."
                        + " \"blastradius\" stands for: java -jar blastradius.jar",
                ""
            },
            commandListHeading = "%nCommands:%n",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "blastradius COMMAND --help says more about a command.",
                "",
                "Streams: what was asked for goes to standard output, progress and complaints to standard error.",
                "",
                "Exit status:",
                "    0  done",
                "    1  a client's SLO was missed, where --fail-on-slo asked",
                "    2  wrong usage, or a file that was named could not be written",
                "    3  the model or an input is invalid or missing, or asks for more than the machine has",
                "   70  a fault of the program's own, with what to report",
                "  130  ended by Ctrl+C; no file is left half written",
                "",
                "Colours are used on a terminal only, and not where NO_COLOR is set."
            })
    private static final class Program {}
}
