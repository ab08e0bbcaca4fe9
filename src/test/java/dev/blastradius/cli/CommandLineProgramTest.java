package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.SchemaWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line around its commands: help, version, wrong usage, faults. */
class CommandLineProgramTest {

    @Test
    void helpGoesToStandardOutputAndListsCommandsAndExitStatuses() {
        Trial trial = Trial.of("--help");
        assertEquals(0, trial.status);
        assertEquals("", trial.err());
        for (String word : new String[] {
            "run",
            "compare",
            "matrix",
            "sweep",
            "tipping-point",
            "validate",
            "schema",
            "Exit status",
            "70",
            "130",
            "NO_COLOR"
        }) {
            assertTrue(trial.out().contains(word), word);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"review", "import", "export"})
    void helpPromisesNothingThatDoesNotExist(String word) {
        assertFalse(Trial.of("--help").out().contains(word));
        assertFalse(Trial.of("run", "--help").out().contains(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare", "matrix", "sweep", "tipping-point", "validate", "schema"})
    void eachCommandHasHelpWithAnExampleInLinesOfAtMostAHundred(String command) {
        Trial trial = Trial.of(command, "--help");
        assertEquals(0, trial.status);
        assertTrue(trial.out().contains("Examples:\n  blastradius " + command), trial.out());
        assertTrue(trial.out().lines().allMatch(line -> line.length() <= 100));
    }

    @Test
    void helpIsGivenHoweverWrongTheRestIs() {
        assertEquals(0, Trial.of("run", "--nonsense", "--help").status);
    }

    @Test
    void aProgramThatIsNoJarSaysSoInItsVersion() {
        Trial trial = Trial.of("--version");
        assertEquals(0, trial.status);
        assertEquals("Blast Radius development", trial.out().strip());
    }

    @Test
    void theSchemaIsAllThatItsCommandPrints() {
        Trial trial = Trial.of("schema");
        assertEquals(0, trial.status);
        assertEquals(SchemaWriter.schema().strip(), trial.out().strip());
        assertEquals("", trial.err());
    }

    @ParameterizedTest
    @CsvSource({
        "valdate, did you mean validate?",
        "runn, did you mean run?",
        "review, 'the commands are run, compare, matrix, sweep, tipping-point, validate, schema'"
    })
    void anUnknownCommandIsWrongUsageWithAdvice(String command, String advice) {
        Trial trial = Trial.of(command, "x");
        assertEquals(2, trial.status);
        assertEquals("", trial.out());
        assertTrue(trial.err().contains("unknown command \"" + command + "\""), trial.err());
        assertTrue(trial.err().contains(advice), trial.err());
    }

    @Test
    void noCommandIsWrongUsage() {
        Trial trial = Trial.of();
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("no command; the commands are"));
    }

    @Test
    void anOptionBeforeTheCommandIsExplained() {
        Trial trial = Trial.of("--seed", "3", "run", "x");
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("options come after the command"), trial.err());
    }

    @Test
    void aModelInPlaceOfACommandIsExplained(@TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("m.blast.json"), Trial.MODEL);
        Trial trial = Trial.of(model.toString());
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("did you mean run "), trial.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.blast.json", "missing.json", "MISSING.JSON"})
    void aModelAloneThatIsNotThereIsAnInvalidInput(String name) {
        Trial trial = Trial.of(name);
        assertEquals(3, trial.status);
        assertTrue(trial.err().contains(name + ": error at $: there is no such file"), trial.err());
    }

    @Test
    void aFileOfArgumentsIsNotRead(@TempDir Path folder) throws IOException {
        Path arguments = Files.writeString(folder.resolve("args"), "--version");
        assertEquals(2, Trial.of("@" + arguments).status);
    }

    @Test
    void aFaultOfTheProgramsOwnIsReportedWithAllThatFindsIt(@TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("m.blast.json"), Trial.MODEL);
        Trial trial = new Trial();
        trial.meanwhile = () -> {
            throw new IllegalStateException("3 requests were lost at opus");
        };
        trial.run("run", model.toString(), "--seed", "99");
        assertEquals(70, trial.status);
        assertEquals("", trial.out());
        for (String part : new String[] {
            "a fault of the program's own",
            "3 requests were lost at opus",
            "seed     99",
            "version  development, Java ",
            "command  blastradius run " + model + " --seed 99",
            "Please report it",
            "at dev.blastradius.cli.RunCommand"
        }) {
            assertTrue(trial.err().contains(part), part + " in " + trial.err());
        }
    }

    @Test
    void wantOfMemorySaysWhatHelps(@TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("m.blast.json"), Trial.MODEL);
        Trial trial = new Trial();
        trial.meanwhile = () -> {
            throw new OutOfMemoryError("Java heap space");
        };
        trial.run("run", model.toString());
        assertEquals(3, trial.status);
        assertTrue(trial.err().contains("-Xmx"), trial.err());
    }

    @Test
    void outputThatIsLostIsNotSuccess() {
        Trial trial = new Trial();
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        Console console = new Console(full, trial.console().err(), Style.PLAIN, false, () -> 0);
        assertEquals(2, CommandLineProgram.run(new String[] {"schema"}, console, trial));
        assertTrue(trial.err().contains("standard output"), trial.err());
    }
}
