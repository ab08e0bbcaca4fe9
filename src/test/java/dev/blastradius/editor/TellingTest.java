package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final Pipeline PIPELINE = ModelReader.read("""
            {
              "format": "blastradius/1",
              "components": {
                "shop": {"kind": "client", "label": "Web shop", "traffic": {"arrivals": "poisson", "requestsPerSecond": 1}},
                "agent": {"kind": "service"},
                "desk": {"kind": "human", "concurrency": 5, "latency": "4m"},
                "canned": {"kind": "static"}
              },
              "dependencies": {
                "shop->agent": {},
                "agent->desk": {"timeout": "30s"},
                "agent->canned": {"fallbackFor": "agent->desk"}
              }
            }
            """, null).model().pipeline();

    @Test
    void aBoxTellsItsKindItsNumbersAndItsNeighbours() {
        assertEquals(
                List.of("Web shop", "Client, id shop", "1 request/s", "Calls agent"),
                Telling.component(PIPELINE, "shop"));
        assertEquals(
                List.of("desk", "People, id desk", "5 people · 4 m", "Called by agent"),
                Telling.component(PIPELINE, "desk"));
    }

    @Test
    void anArrowTellsInWhosePlaceItIsAndWhatIsDoneAboutFailure() {
        assertEquals(
                List.of("agent → canned", "Fallback 1 for desk", "No time limit and no policy"),
                Telling.dependency(PIPELINE, "agent->canned"));
        assertEquals(
                List.of("Web shop → agent", "No time limit and no policy"),
                Telling.dependency(PIPELINE, "shop->agent"));
    }

    @Test
    void whatIsNotThereTellsNothing() {
        assertEquals(List.of(), Telling.component(PIPELINE, "nobody"));
        assertEquals(List.of(), Telling.dependency(PIPELINE, "shop->nobody"));
    }
}
