package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.editor.Reach.Way;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final Pipeline PIPELINE = ModelReader.read("""
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "a": {"kind": "service"}, "b": {"kind": "service"},
                "c": {"kind": "store"}, "d": {"kind": "static"} },
              "dependencies": { "users->a": {}, "a->b": {}, "b->c": {}, "a->c": {"fallbackFor": "a->b"}, "b->d": {} } }""", null).model().pipeline();

    @Test
    void neighboursAreOneArrowAway() {
        assertEquals(Set.of("b", "c"), neighbours(Selection.component("a"), Way.DOWNSTREAM));
        assertEquals(Set.of("users"), neighbours(Selection.component("a"), Way.UPSTREAM));
        assertEquals(Set.of(), neighbours(Selection.component("d"), Way.DOWNSTREAM));
    }

    private static Set<String> neighbours(Selection from, Way way) {
        return Reach.neighbours(PIPELINE, from, way).components();
    }

    @Test
    void everythingDownstreamComesWithTheArrowsOnTheWay() {
        Selection reached = Reach.all(PIPELINE, Selection.component("b"), Way.DOWNSTREAM);
        assertEquals(Set.of("b", "c", "d"), reached.components());
        assertEquals(Set.of("b->c", "b->d"), reached.dependencies());
    }

    @Test
    void everythingUpstreamEndsAtTheClients() {
        Selection reached = Reach.all(PIPELINE, Selection.component("d"), Way.UPSTREAM);
        assertEquals(Set.of("d", "b", "a", "users"), reached.components());
    }

    @Test
    void anArrowLeadsToWhatLiesBehindIt() {
        Selection reached = Reach.all(PIPELINE, Selection.dependency("a->b"), Way.DOWNSTREAM);
        assertEquals(Set.of("b", "c", "d"), reached.components());
        assertEquals(Set.of("a->b", "b->c", "b->d"), reached.dependencies());
    }

    @Test
    void invertingTwiceGivesTheSameSelection() {
        Selection some = new Selection(Set.of("a", "d"), Set.of("a->b"));
        Selection back = Reach.inverse(PIPELINE, Reach.inverse(PIPELINE, some));
        assertEquals(some.components(), back.components());
        assertEquals(some.dependencies(), back.dependencies());
    }

    @Test
    void alikeAreTheComponentsOfTheSameKind() {
        assertEquals(
                Set.of("a", "b"),
                Reach.alike(PIPELINE, Selection.component("a")).components());
        assertEquals(
                Set.of("a->c"),
                Reach.alike(PIPELINE, Selection.dependency("a->c")).dependencies());
    }
}
