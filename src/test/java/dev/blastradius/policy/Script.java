package dev.blastradius.policy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.testing.PolicyFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * One law of a policy as data (see {@link PolicyFiles}): the policy as a model file has it, and what happens to it step by step.
 *
 * @param file the name of the file that it stands in
 * @param law the law, a sentence
 * @param policy the policy as a tree
 * @param steps what happens, in order
 */
record Script(String file, String law, Object policy, List<Step> steps) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);

    /**
     * Something that happens: {@code "250ms 3x admit -> refused"}.
     *
     * @param text as it stands in the file
     * @param now its time in nanoseconds
     * @param times how often it happens
     * @param words what it is, and with what
     * @param expected the answer; {@link #NO_ANSWER} where it gives none
     */
    record Step(String text, long now, int times, List<String> words, String expected) {

        static final String NO_ANSWER = "";

        static Step of(String text) {
            String[] sides = text.split(" -> ", 2);
            List<String> words = new ArrayList<>(List.of(sides[0].split(" ")));
            long now = Duration.of(words.remove(0)).nanos();
            int times = 1;
            if (words.get(0).matches("\\d+x")) {
                times = Integer.parseInt(words.remove(0).replace("x", ""));
            }
            return new Step(text, now, times, words, sides.length > 1 ? sides[1] : NO_ANSWER);
        }

        String verb() {
            return words.get(0);
        }

        /** The word after a word; {@code otherwise} where that is not there. */
        String after(String word, String otherwise) {
            int at = words.indexOf(word);
            return at < 0 ? otherwise : words.get(at + 1);
        }
    }

    /** The laws of a policy's file; fails with what to write where there are none. */
    static Stream<Script> of(String name) throws IOException {
        JsonNode laws = PolicyFiles.of(name).path("laws");
        if (laws.isEmpty()) {
            return Assertions.fail(name + ".json has no \"laws\": a gate or a budget proves there what it does");
        }
        List<Script> scripts = new ArrayList<>();
        for (JsonNode law : laws) {
            List<Step> steps = new ArrayList<>();
            law.get("steps").forEach(step -> steps.add(Step.of(step.asText())));
            scripts.add(new Script(name, law.get("law").asText(), tree(law.get("policy")), steps));
        }
        return scripts.stream();
    }

    /** The example of a policy's file as a record. */
    static <T> T example(String name, ValueType<T> type) throws IOException {
        return new Script(name, "example", tree(PolicyFiles.of(name).get("example")), List.of()).policy(type);
    }

    private static Object tree(JsonNode node) throws IOException {
        return JSON.readValue(node.toString(), Object.class);
    }

    /** The policy as a record. */
    <T> T policy(ValueType<T> type) {
        Problems problems = new Problems();
        T read = type.read(policy, JsonPath.ROOT, problems);
        Assertions.assertEquals(List.of(), problems.all());
        Assertions.assertNotNull(read);
        return read;
    }

    @Override
    public String toString() {
        return file + ": " + law;
    }
}
