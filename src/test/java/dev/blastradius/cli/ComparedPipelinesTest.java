package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons that are really made, of strategies that change what a pipeline consists of. */
class ComparedPipelinesTest {

    private static final String MODEL = """
            {
              "format": "blastradius/1",
              "components": {
                "web": { "kind": "client", "traffic": { "arrivals": "poisson", "requestsPerSecond": 2 } },
                "bot": { "kind": "client", "traffic": { "arrivals": "poisson", "requestsPerSecond": 1 } },
                "app": { "kind": "service", "concurrency": 20, "latency": "100ms" },
                "store": { "kind": "store", "concurrency": 10, "latency": "20ms" }
              },
              "dependencies": { "web->app": {}, "bot->app": {}, "app->store": {} },
              "scenarios": { "down": { "faults": [ { "target": "store", "at": "3m", "for": "1m", "errorRate": 0.8 } ] } },
              "strategies": {
                "no-protection": { "patch": { "dependencies": { "app->store": { "retry": { "maxAttempts": 3 } } } } },
                "less": { "patch": { "components": { "bot": null }, "dependencies": { "bot->app": null } } },
                "more": { "runbook": [ { "after": "30s", "patch": {
                  "components": { "early": { "kind": "client", "traffic": { "arrivals": "poisson", "requestsPerSecond": 1 } },
                                  "spare": { "kind": "store", "latency": "20ms" } },
                  "dependencies": { "early->app": {}, "app->spare": { "fallbackFor": "app->store" } } } } ] }
              },
              "experiment": { "duration": "6m", "warmup": "1m", "replications": 2, "seed": 1 }
            }
            """;

    @TempDir
    private Path folder;

    private String report = "";

    private JsonNode compare(String... options) throws IOException {
        Path model = Files.writeString(folder.resolve("m.blast.json"), MODEL);
        Path json = folder.resolve("result.json");
        List<String> args = new ArrayList<>(List.of("compare", model.toString(), "--json", json.toString()));
        args.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Style(true, false),
                false,
                () -> 0);
        int status = CommandLineProgram.run(args.toArray(String[]::new), console, Simulator.ofProgram());
        assertEquals(0, status, err.toString(StandardCharsets.UTF_8));
        report = out.toString(StandardCharsets.UTF_8);
        return new ObjectMapper().readTree(json.toFile());
    }

    private static List<String> cells(List<String> table, String column) {
        List<String> header = List.of(table.get(0).split(",", -1));
        int place = header.indexOf(column);
        assertTrue(place >= 0, column + " in " + header);
        return table.stream().skip(1).map(row -> row.split(",", -1)[place]).toList();
    }

    @Test
    void whatOnlyAStrategyBringsInHasColumnsThatAreEmptyForTheOthers() throws IOException {
        compare("--csv", folder.toString());
        List<String> table = Files.readAllLines(folder.resolve("series.csv"));
        List<String> strategies = cells(table, "strategy");
        List<String> early = cells(table, "early.arrivals_per_s");
        List<String> bot = cells(table, "bot.arrivals_per_s");
        for (int row = 0; row < strategies.size(); row++) {
            assertEquals(strategies.get(row).equals("more"), !early.get(row).isEmpty());
            assertEquals(strategies.get(row).equals("less"), bot.get(row).isEmpty());
        }
        assertTrue(strategies.contains("less") && strategies.contains("more"));
        cells(table, "app->spare.calls_per_s");
    }

    @Test
    void aClientThatAStrategyLeavesOutHasNoFigureThere() throws IOException {
        compare("--strategy", "as-drawn,less");
        List<String> rows =
                report.lines().filter(line -> line.contains("of bot")).toList();
        assertEquals(2, rows.size(), report);
        assertTrue(rows.get(1).strip().matches("of bot +100\\.00 % \\S+ +[-–]"), rows.get(1));
    }

    @Test
    void aStrategyIsNotTakenForTheBoundWhateverItIsCalled() throws IOException {
        JsonNode result = compare("--strategy", "as-drawn,no-protection");
        List<String> strategies = new ArrayList<>();
        result.at("/runs").forEach(run -> strategies.add(run.at("/strategy").textValue()));
        assertEquals(List.of("as-drawn", "no-protection"), strategies);
        assertTrue(result.at("/runs/1/flows/web/share/goodput/mean").doubleValue()
                > result.at("/bounds/0/noProtection/mean").doubleValue());
    }

    @Test
    void bothBoundsAreThereWhateverElseIsWritten() throws IOException {
        JsonNode alone = compare();
        assertTrue(
                alone.at("/bounds/0/clairvoyant/mean").isNumber(),
                alone.at("/bounds").toString());
        assertTrue(report.contains("could be answered"), report);
        assertEquals(alone, compare("--csv", folder.toString()));
    }
}
