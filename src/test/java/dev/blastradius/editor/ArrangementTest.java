package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Arrangement.Alignment;
import dev.blastradius.editor.Arrangement.Direction;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrangementTest {

    private static final int SEEDS = 300;

    /** Boxes of whole sizes, as they are drawn, at places of which some are fractions, as a file may have them. */
    private static Map<String, Rect> boxes(long seed) {
        Random random = new Random(seed);
        Map<String, Rect> boxes = new LinkedHashMap<>();
        int count = 2 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            double fraction = random.nextBoolean() ? 0 : 0.5;
            boxes.put(
                    "b" + i,
                    new Rect(
                            random.nextInt(1200) + fraction,
                            random.nextInt(800) + fraction,
                            100 + random.nextInt(200),
                            40 + random.nextInt(40)));
        }
        return boxes;
    }

    private static Map<String, Rect> moved(Map<String, Rect> boxes, Map<String, Point> corners) {
        Map<String, Rect> moved = new LinkedHashMap<>();
        boxes.forEach((id, box) -> {
            Point to = corners.getOrDefault(id, new Point(box.x(), box.y()));
            moved.put(id, new Rect(to.x(), to.y(), box.width(), box.height()));
        });
        return moved;
    }

    private static double aligned(Rect box, Alignment alignment) {
        return switch (alignment) {
            case LEFT -> box.x();
            case CENTRE -> box.centerX();
            case RIGHT -> box.right();
            case TOP -> box.y();
            case MIDDLE -> box.centerY();
            case BOTTOM -> box.bottom();
        };
    }

    @ParameterizedTest
    @EnumSource
    void alignedBoxesHaveTheirLineInCommonToAPixel(Alignment alignment) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, Rect> boxes = boxes(seed);
            Map<String, Rect> after = moved(boxes, Arrangement.align(boxes, alignment));
            double[] lines = after.values().stream()
                    .mapToDouble(box -> aligned(box, alignment))
                    .sorted()
                    .toArray();
            assertTrue(lines[lines.length - 1] - lines[0] <= 1, "seed " + seed + ": " + after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aligningTwiceChangesNothingMore(Alignment alignment) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, Rect> boxes = boxes(seed);
            Map<String, Rect> once = moved(boxes, Arrangement.align(boxes, alignment));
            assertEquals(once, moved(once, Arrangement.align(once, alignment)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aligningMovesBoxesInOneDirectionOnly(Alignment alignment) {
        boolean sideways = alignment.ordinal() < Alignment.TOP.ordinal();
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, Rect> boxes = boxes(seed);
            moved(boxes, Arrangement.align(boxes, alignment)).forEach((id, box) -> {
                Rect before = boxes.get(id);
                assertEquals(sideways ? before.y() : before.x(), sideways ? box.y() : box.x());
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void distributedBoxesHaveEqualGapsToAPixelAndTheOuterTwoStay(Direction direction) {
        boolean sideways = direction == Direction.HORIZONTAL;
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, Rect> boxes = boxes(seed);
            List<Rect> before = inOrder(boxes, sideways);
            List<Rect> after = inOrder(moved(boxes, Arrangement.distribute(boxes, direction)), sideways);
            assertEquals(before.get(0), after.get(0), "seed " + seed);
            assertEquals(before.get(before.size() - 1), after.get(after.size() - 1), "seed " + seed);
            double[] gaps = gaps(after, sideways);
            double widest = java.util.Arrays.stream(gaps).max().orElseThrow();
            double least = java.util.Arrays.stream(gaps).min().orElseThrow();
            double room = java.util.Arrays.stream(gaps).sum();
            if (room >= 0 && boxes.size() > 2) {
                assertTrue(widest - least <= 2, "seed " + seed + ": " + java.util.Arrays.toString(gaps));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void distributingTwiceChangesNothingMore(Direction direction) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, Rect> boxes = boxes(seed);
            Map<String, Rect> once = moved(boxes, Arrangement.distribute(boxes, direction));
            assertEquals(once, moved(once, Arrangement.distribute(once, direction)), "seed " + seed);
        }
    }

    private static List<Rect> inOrder(Map<String, Rect> boxes, boolean sideways) {
        List<Rect> order = new ArrayList<>(boxes.values());
        order.sort(Comparator.comparingDouble(sideways ? Rect::centerX : Rect::centerY));
        return order;
    }

    private static double[] gaps(List<Rect> boxes, boolean sideways) {
        double[] gaps = new double[boxes.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            Rect one = boxes.get(i);
            Rect next = boxes.get(i + 1);
            gaps[i] = sideways ? next.x() - one.right() : next.y() - one.bottom();
        }
        return gaps;
    }

    @ParameterizedTest
    @EnumSource
    void stackedBoxesKeepTheirOrderAndDoNotOverlap(Direction direction) {
        boolean column = direction == Direction.VERTICAL;
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, Rect> boxes = boxes(seed);
            Map<String, Rect> after = moved(boxes, Arrangement.stack(boxes, direction));
            List<Rect> order = new ArrayList<>(after.values());
            order.sort(Comparator.comparingDouble(column ? Rect::y : Rect::x));
            for (double gap : gaps(order, !column)) {
                assertTrue(gap >= Arrangement.GAP, "seed " + seed + ": " + gap);
            }
            assertEquals(after, moved(after, Arrangement.stack(after, direction)), "seed " + seed);
        }
    }

    @Test
    void twoBoxesHaveNothingToDistribute() {
        Map<String, Rect> two = Map.of("a", new Rect(0, 0, 10, 10), "b", new Rect(50, 9, 10, 10));
        assertTrue(Arrangement.distribute(two, Direction.HORIZONTAL).isEmpty());
        assertFalse(Arrangement.align(two, Alignment.TOP).isEmpty());
    }
}
