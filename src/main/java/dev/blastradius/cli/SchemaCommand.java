package dev.blastradius.cli;

import dev.blastradius.io.SchemaWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Prints the schema of the model file. */
@CommandLine.Command(
        name = "schema",
        header = "Print the JSON Schema of the model file.",
        description = {
            "",
            "It goes to standard output, in UTF-8. An editor that knows JSON Schema completes and checks model files with it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  blastradius schema > blast.schema.json",
            "      then, in VS Code's settings: \"json.schemas\":",
            "      [{ \"fileMatch\": [\"*.blast.json\"], \"url\": \"./blast.schema.json\" }]"
        })
final class SchemaCommand implements Command {

    @Override
    public void check(Complaints complaints) {
        // It has no options.
    }

    @Override
    public int run(Console console) {
        byte[] schema = SchemaWriter.schema().stripTrailing().getBytes(StandardCharsets.UTF_8);
        console.out().write(schema, 0, schema.length);
        console.out().write('\n');
        return ExitStatus.DONE;
    }
}
