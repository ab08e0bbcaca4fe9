package dev.blastradius.editor.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import dev.blastradius.testing.LargeModels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the arrows of any drawing. */
class RoutingLawsTest {

    private static final double APART = 40;

    static Stream<String> examples() {
        return Examples.names().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noArrowOfAnExampleRunsThroughABox(String name) {
        Pipeline pipeline = Examples.load(name).pipeline();
        assertEquals(List.of(), throughBoxes(arranged(pipeline)));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 120, 300})
    void noArrowOfAnArrangedDrawingRunsThroughABox(int components) {
        assertEquals(List.of(), throughBoxes(arranged(LargeModels.pipeline(components, 2 * components))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noArrowRunsThroughABoxWhereBoxesLieAnywhereWithRoomBetweenThem(long seed) {
        assertEquals(List.of(), throughBoxes(scattered(seed)));
    }

    @Test
    void whatWasDrawnBeforeDoesNotChangeTheWays() {
        Drawing before = scattered(11);
        List<String> arrows = List.copyOf(before.arrows().keySet());
        String moved = before.boxes().keySet().iterator().next();
        Map<String, Rect> boxes = new LinkedHashMap<>(before.boxes());
        for (int step = 1; step <= 20; step++) {
            boxes.computeIfPresent(moved, (any, box) -> box.movedBy(9, 5));
            ArrowRouter.reroute(boxes, arrows, List.of(arrows.get(0)));
        }
        assertEquals(ArrowRouter.route(boxes, arrows), ArrowRouter.route(new LinkedHashMap<>(boxes), arrows));
        assertEquals(
                before.arrows(), Drawing.of(before.boxes(), arrows).arrows(), "the first drawing is drawn as before");
    }

    private static Drawing arranged(Pipeline pipeline) {
        Map<String, Size> sizes = new LinkedHashMap<>();
        pipeline.components().keySet().forEach(id -> sizes.put(id, new Size(140 + id.length() % 7 * 20, 54)));
        Map<String, Rect> boxes = new LinkedHashMap<>();
        new LayeredLayout()
                .arrange(sizes, pipeline.arrows().keySet())
                .forEach((id, corner) -> boxes.put(id, Rect.of(corner, sizes.get(id))));
        return Drawing.of(boxes, pipeline.arrows().keySet());
    }

    private static Drawing scattered(long seed) {
        Random random = new Random(seed);
        Map<String, Rect> boxes = new LinkedHashMap<>();
        while (boxes.size() < 24) {
            Rect box = new Rect(random.nextInt(1_800), random.nextInt(1_100), 130 + random.nextInt(80), 54);
            if (boxes.values().stream().noneMatch(other -> other.grown(APART).overlaps(box))) {
                boxes.put("c" + boxes.size(), box);
            }
        }
        List<String> arrows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int from = random.nextInt(24);
            int to = random.nextInt(24);
            String key = "c" + from + "->c" + to;
            if (from != to && !arrows.contains(key)) {
                arrows.add(key);
            }
        }
        return Drawing.of(boxes, arrows);
    }

    /** Which arrows run through which boxes, their own too. */
    private static List<String> throughBoxes(Drawing drawing) {
        List<String> through = new ArrayList<>();
        drawing.arrows().forEach((key, route) -> {
            for (int i = 1; i < route.points().size(); i++) {
                Rect piece = Rect.between(
                                route.points().get(i - 1), route.points().get(i))
                        .grown(0.1);
                drawing.boxes().forEach((id, box) -> {
                    if (piece.overlaps(box.grown(-1))) {
                        through.add(key + " through " + id);
                    }
                });
            }
        });
        return through;
    }
}
