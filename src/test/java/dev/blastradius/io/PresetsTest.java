package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The presets that come with the program: each can be had as it stands, and each of its numbers says where it comes from. */
class PresetsTest {

    private static final Path PAGE = Path.of("docs/presets.md");
    private static final String UPDATE = "update.presets";

    static List<Preset> all() {
        return Presets.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aComponentOfItsKindTakesItsValues(Preset preset) {
        Map<String, Object> tree = new LinkedHashMap<>(preset.values().entries());
        tree.put("kind", preset.kind());
        if (preset.kind().equals("client")) {
            tree.put("traffic", Map.of("requestsPerSecond", 1L));
        }
        Problems problems = new Problems();
        assertNotNull(
                Kinds.TYPE.read(tree, JsonPath.ROOT, problems),
                () -> problems.all().toString());
        assertEquals(List.of(), problems.all());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aModelWithItIsValidWithoutAWarning(Preset preset) {
        boolean client = preset.kind().equals("client");
        Map<String, Object> users = new LinkedHashMap<>();
        users.put("kind", "client");
        users.put("traffic", Map.of("requestsPerSecond", 1L));
        users.put("inputTokens", 100L);
        users.put("outputTokens", 100L);
        Map<String, Object> callee = new LinkedHashMap<>();
        callee.put("kind", client ? "service" : preset.kind());
        (client ? users : callee).putAll(preset.values().entries());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("format", "blastradius/1");
        model.put("components", Map.of("users", users, "callee", callee));
        model.put("dependencies", Map.of("users->callee", Map.of()));
        List<Problem> problems =
                ModelReader.check(BlastFormat.TYPE.pipeline().read(model, JsonPath.ROOT, new Problems()));
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachOfItsNumbersHasASourceAndADate(Preset preset) {
        Set<String> sourced = new HashSet<>();
        for (Preset.Source source : preset.sources()) {
            assertFalse(source.from().isBlank());
            assertTrue(source.date().matches("20[0-9]{2}.*"), source.date());
            source.of().forEach(key -> assertTrue(sourced.add(key), key));
        }
        Set<String> keys = new HashSet<>(preset.values().entries().keySet());
        keys.remove("tags");
        assertEquals(keys, sourced);
    }

    @Test
    void theyHaveNamesAndKindsOfTheirOwn() {
        Set<String> names = new HashSet<>();
        Set<String> kinds = new HashSet<>(Kinds.ALL.stream().map(Kind::key).toList());
        for (Preset preset : all()) {
            assertTrue(names.add(preset.kind() + preset.name()), preset.name());
            assertTrue(kinds.contains(preset.kind()), preset.kind());
        }
    }

    @Test
    void thePageSaysWhatTheFileSays() throws IOException {
        String page = PresetTables.page();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }
        assertEquals(
                page,
                Files.readString(PAGE, StandardCharsets.UTF_8),
                "to bring it up to date: ./mvnw test -Dtest=PresetsTest -D" + UPDATE + "=true");
    }
}
