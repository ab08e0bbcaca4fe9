package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That whatever is done to a model in the window, it can be opened again. */
class ValidEditsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "a": {"kind": "service", "latency": "20ms"},
                "b": {"kind": "service", "tags": {"provider": "x"}, "latency": "1s"},
                "c": {"kind": "service", "latency": "1s"} },
              "dependencies": { "users->a": {}, "a->b": {"timeout": "30s"}, "b->c": {} },
              "scenarios": {"gone": {"faults": [
                {"target": "c", "at": "1m", "unavailable": true},
                {"target": "b->c", "at": "1m", "unavailable": true},
                {"target": {"provider": "x"}, "at": "1m", "unavailable": true},
                {"target": "a", "at": "1m", "unavailable": true}]}},
              "strategies": {"other": {"patch": {
                "components": {"c": {"concurrency": 3}, "a": {"concurrency": 7}},
                "dependencies": {"b->c": {"timeout": "1s"}, "a->c": {}}}}} }""";

    private final Editor editor = new Editor(ModelReader.read(MODEL, null).model(), null);
    private final List<Problem> refusals = new ArrayList<>();

    private static List<Problem> errors(Pipeline pipeline) {
        return ModelReader.check(pipeline).stream().filter(Problem::isError).toList();
    }

    @Test
    void anArrowThatWouldCloseACircleOfCallsIsRefusedWithTheReason() {
        editor.onRefused(refusals::addAll);
        Pipeline before = editor.pipeline();
        editor.connect("c", "a");
        assertEquals(before, editor.pipeline());
        assertTrue(refusals.toString().contains("a -> b -> c -> a"), refusals::toString);
    }

    @Test
    void whatIsAboutADeletedComponentGoesWithIt() {
        editor.onRefused(refusals::addAll);
        editor.select(Selection.component("c"));
        editor.deleteSelection();
        assertEquals(List.of(), refusals);
        assertEquals(List.of(), errors(editor.pipeline()));
        assertEquals(2, editor.pipeline().scenariosOrNone().get("gone").faults().size());
        assertEquals(
                "{components={a={concurrency=7}}, dependencies={}}",
                editor.pipeline()
                        .strategiesOrNone()
                        .get("other")
                        .patchOrEmpty()
                        .entries()
                        .toString());
    }

    @Test
    void aFaultOfTagsThatNothingHasAnyMoreGoesToo() {
        editor.select(Selection.component("b"));
        editor.deleteSelection();
        assertEquals(List.of(), errors(editor.pipeline()));
        assertTrue(editor.pipeline().scenariosOrNone().get("gone").faults().stream()
                .noneMatch(fault -> fault.target().tags() != null));
    }

    @Test
    void aDeletionIsUndoneWhole() {
        Pipeline before = editor.pipeline();
        editor.select(Selection.component("c"));
        editor.deleteSelection();
        editor.undo();
        assertEquals(before, editor.pipeline());
    }

    @Test
    void everyExampleStaysValidWhateverIsDeletedOrConnected() {
        for (String name : Examples.names()) {
            for (long seed = 0; seed < 5; seed++) {
                Random random = new Random(seed);
                Editor open = new Editor(Examples.load(name), null);
                for (int step = 0; step < 12; step++) {
                    List<String> ids = List.copyOf(open.pipeline().components().keySet());
                    String some = ids.get(random.nextInt(ids.size()));
                    String other = ids.get(random.nextInt(ids.size()));
                    if (random.nextInt(3) == 0 && ids.size() > 3) {
                        open.select(new Selection(Set.of(some), Set.of()));
                        open.deleteSelection();
                    } else {
                        open.connect(some, other);
                    }
                    assertEquals(List.of(), errors(open.pipeline()), name + " with seed " + seed);
                }
                while (open.canUndo()) {
                    open.undo();
                }
                assertEquals(Examples.load(name).pipeline(), open.pipeline());
                assertFalse(open.isModified());
            }
        }
    }
}
