package dev.blastradius.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.policy.Policies;
import dev.blastradius.policy.RetryBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the tests know of each policy, as data: {@code src/test/resources/policies/KEY.json}, and {@code budgets/TYPE.json} beside it
 * for the budgets of a retry. An object with an {@code "example"}, a value of the policy that has something to do on an arrow to a
 * failing model, an {@code "idle"} one, whose bounds nothing comes near, and, where it lets attempts through or refuses them, with
 * {@code "laws"}.
 */
public final class PolicyFiles {

    private static final Path FOLDER = Path.of("src", "test", "resources", "policies");
    private static final String BUDGETS = "budgets/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyFiles() {}

    /** The names of the files that there must be for the policies. */
    public static List<String> policies() {
        return Policies.ALL.stream().map(each -> each.key()).toList();
    }

    /** The names of the files that there must be for the budgets. */
    public static List<String> budgets() {
        return RetryBudget.TYPE.variants().stream()
                .map(each -> BUDGETS + each.word())
                .toList();
    }

    /** The names of the files that there are. */
    public static List<String> found() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    /** The example of a file, as JSON. */
    public static String example(String name) {
        return value(name, "example");
    }

    /** The value of a file that never acts, as JSON. */
    public static String idle(String name) {
        return value(name, "idle");
    }

    private static String value(String name, String key) {
        JsonNode value = of(name).get(key);
        if (value == null) {
            throw new AssertionError(FOLDER.resolve(name + ".json") + " has no \"" + key + '"');
        }
        return value.toString();
    }

    /** The whole of a file; fails with what to write where there is none. */
    public static JsonNode of(String name) {
        Path path = FOLDER.resolve(name + ".json");
        if (!Files.exists(path)) {
            throw new AssertionError(
                    "there is no " + path + ": write an object with an \"example\", a value that has something"
                            + " to do on an arrow to a failing model, and where it lets attempts through or refuses them with \"laws\", a"
                            + " list of objects with \"law\", \"policy\" and \"steps\", as the files beside it do");
        }
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(path.toString(), e);
        }
    }
}
