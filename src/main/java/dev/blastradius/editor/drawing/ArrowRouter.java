package dev.blastradius.editor.drawing;

import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the arrows' ways: level and upright pieces, around the boxes in between, and apart from each other. Of a few dozen ways for
 * each arrow it takes the cheapest; the same drawing always gives the same ways. Where none of them keeps clear of the boxes, it
 * searches for one that does.
 */
public final class ArrowRouter {

    private static final double FIRST_CHANNEL = 20;
    private static final double CHANNEL = 10;
    private static final int CHANNELS = 6;
    private static final int LANES = 3;
    private static final int ENOUGH_LANES = 24;
    private static final double FIRST_LANE = 12;
    private static final double LANE = 9;

    /** How far around both ends a way through the maze is looked for, in pixels, one after the other. */
    private static final double[] AROUND = {120, 480, 1_500};

    /** How far from boxes a way through the maze runs: well apart, or, where there is little room, close by. */
    private static final double[] BESIDE = {12, 5};

    /** More boxes than this are not searched between: the way would be one that nobody can follow. */
    private static final int MOST_BOXES = 400;

    /** How many steps all searches of a drawing may take together, and how many each: about a fifth of a second, and a tenth of that. */
    private static final int MOST_WORK = 400_000;

    private static final int MOST_WORK_EACH = 40_000;

    private final Map<String, Rect> boxes;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Ports ports;
    private final Terrain terrain;
    private final Way candidate = new Way();
    private final Way best = new Way();
    private int work = MOST_WORK;
    private boolean hasty;
    private double least;
    private double met;

    private ArrowRouter(Map<String, Rect> boxes, Ports ports) {
        this.boxes = boxes;
        this.ports = ports;
        List<Rect> all = new ArrayList<>();
        boxes.forEach((id, box) -> {
            numbers.put(id, all.size());
            all.add(box);
        });
        this.terrain = new Terrain(all);
    }

    /**
     * The ways of all arrows.
     *
     * @param boxes by component
     * @param arrows dependencies between them, "from->to"
     */
    public static Map<String, Route> route(Map<String, Rect> boxes, List<String> arrows) {
        Ports ports = new Ports(boxes, arrows);
        ArrowRouter router = new ArrowRouter(boxes, ports);
        Map<String, Route> found = new LinkedHashMap<>();
        arrows.stream().sorted(longestFirst(ports)).forEach(arrow -> found.put(arrow, router.find(arrow)));
        Map<String, Route> inOrder = new LinkedHashMap<>();
        for (String arrow : arrows) {
            Route route = found.get(arrow);
            if (route != null) {
                inOrder.put(arrow, route);
            }
        }
        return Collections.unmodifiableMap(inOrder);
    }

    /**
     * The ways of a few of the arrows while their boxes are being moved: around the boxes where that is easily done, and as if the
     * other arrows were not there.
     *
     * @param boxes by component
     * @param arrows all dependencies between them
     * @param some those to find a way for
     */
    public static Map<String, Route> reroute(Map<String, Rect> boxes, List<String> arrows, List<String> some) {
        Set<String> ends = new HashSet<>();
        for (String arrow : some) {
            ends.add(Pipeline.from(arrow));
            ends.add(Pipeline.to(arrow));
        }
        // An arrow's place at a box depends on what else is joined to that box, and on nothing further off.
        List<String> beside = arrows.stream()
                .filter(arrow -> ends.contains(Pipeline.from(arrow)) || ends.contains(Pipeline.to(arrow)))
                .toList();
        ArrowRouter router = new ArrowRouter(boxes, new Ports(boxes, beside));
        router.hasty = true;
        Map<String, Route> found = new LinkedHashMap<>();
        some.forEach(arrow -> found.put(arrow, router.find(arrow)));
        return found;
    }

    /** The longest takes the channel nearest to its box, so that it passes under those that turn off before. */
    private static Comparator<String> longestFirst(Ports ports) {
        return Comparator.<String>comparingDouble(arrow -> -ports.start(arrow).distanceTo(ports.stop(arrow)))
                .thenComparing(Comparator.naturalOrder());
    }

    private Route find(String arrow) {
        String from = Pipeline.from(arrow);
        String to = Pipeline.to(arrow);
        Side side = Side.between(
                boxes.getOrDefault(from, new Rect(0, 0, 0, 0)), boxes.getOrDefault(to, new Rect(0, 0, 0, 0)));
        Ends ends = new Ends(
                side,
                side.turn(ports.start(arrow)),
                side.turn(ports.stop(arrow)),
                numbers.getOrDefault(from, -1),
                numbers.getOrDefault(to, -1));
        least = Double.POSITIVE_INFINITY;
        simpleWays(ends);
        if (met > 0 && (!hasty || met >= Terrain.PER_BOX)) {
            detours(ends);
        }
        if (met >= Terrain.PER_BOX && !hasty && work > 0) {
            maze(ends);
        }
        Route route = best.route();
        terrain.take(route);
        return route;
    }

    /**
     * What an arrow joins.
     *
     * @param start where it begins, turned so that it leaves to the right
     * @param stop where it ends, likewise
     * @param from the number of the box it leaves
     * @param to the number of the box it leads to
     */
    private record Ends(Side side, Point start, Point stop, int from, int to) {

        double room() {
            return stop.x() - start.x();
        }
    }

    /** Keeps the candidate where it is better than the best so far. */
    private void weigh(Ends ends) {
        double cost = terrain.cost(candidate, ends.from(), ends.to(), least);
        if (cost < least) {
            least = cost;
            met = terrain.met();
            best.become(candidate);
        }
    }

    /** To the right, up or down once, to the right. */
    private void simpleWays(Ends ends) {
        Point start = ends.start();
        Point stop = ends.stop();
        if (Math.abs(start.y() - stop.y()) < 1 || ends.room() < 4) {
            candidate.clear();
            candidate.add(ends.side(), start.x(), start.y());
            candidate.add(ends.side(), stop.x(), stop.y());
            weigh(ends);
            return;
        }
        // Where to go up or down: soon after the start, in the middle, and before the end.
        for (int i = 0; i < CHANNELS; i++) {
            double x = start.x() + FIRST_CHANNEL + i * CHANNEL;
            if (x < stop.x() - FIRST_CHANNEL / 2) {
                simpleWay(ends, x);
            }
        }
        simpleWay(ends, (start.x() + stop.x()) / 2);
        for (int i = 0; i < CHANNELS; i++) {
            double x = stop.x() - FIRST_CHANNEL - i * CHANNEL;
            if (x > start.x() + FIRST_CHANNEL / 2) {
                simpleWay(ends, x);
            }
        }
    }

    private void simpleWay(Ends ends, double x) {
        candidate.clear();
        candidate.add(ends.side(), ends.start().x(), ends.start().y());
        candidate.add(ends.side(), x, ends.start().y());
        candidate.add(ends.side(), x, ends.stop().y());
        candidate.add(ends.side(), ends.stop().x(), ends.stop().y());
        weigh(ends);
    }

    /** Along a lane above or below the boxes in between, the nearest first, until no lane further off can be better. */
    private void detours(Ends ends) {
        if (ends.room() < 2 * FIRST_CHANNEL) {
            return;
        }
        double[] lanes = lanes(ends);
        double middle = (ends.start().y() + ends.stop().y()) / 2;
        double apart = Math.abs(ends.start().y() - ends.stop().y());
        sortByDistance(lanes, middle);
        for (int i = 0; i < lanes.length && (i < ENOUGH_LANES || !hasty && met >= Terrain.PER_BOX); i++) {
            double aside = Math.max(apart, 2 * Math.abs(lanes[i] - middle));
            double least6 = Terrain.least(6, ends.room() + aside);
            if (least6 >= least) {
                return;
            }
            detour(ends, lanes[i], least - least6);
        }
    }

    /** Where lanes run that could lead to a better way than the best so far. */
    private double[] lanes(Ends ends) {
        // A way by a lane costs at least four bends and half of its length.
        double most = Math.max(0, 2 * (least - Terrain.least(6, ends.room())));
        double middle = (ends.start().y() + ends.stop().y()) / 2;
        Rect area = new Rect(ends.start().x(), middle - most / 2, ends.room(), most).grown(FIRST_LANE + LANES * LANE);
        int[] near = terrain.boxesIn(ends.side().turn(area));
        double[] lanes = new double[2 * LANES * near.length];
        int count = 0;
        for (int number : near) {
            Rect box = ends.side().turn(terrain.box(number));
            boolean between =
                    box.right() >= ends.start().x() && box.x() <= ends.stop().x();
            for (int i = 0; i < LANES && between && number != ends.from() && number != ends.to(); i++) {
                lanes[count++] = box.y() - FIRST_LANE - i * LANE;
                lanes[count++] = box.bottom() + FIRST_LANE + i * LANE;
            }
        }
        return Arrays.stream(lanes).limit(count).sorted().distinct().toArray();
    }

    private static void sortByDistance(double[] sorted, double from) {
        double[] before = sorted.clone();
        int right = 0;
        while (right < before.length && before[right] < from) {
            right++;
        }
        int left = right - 1;
        for (int i = 0; i < before.length; i++) {
            boolean takeLeft = right == before.length || left >= 0 && from - before[left] <= before[right] - from;
            sorted[i] = takeLeft ? before[left--] : before[right++];
        }
    }

    /** By the best of three upright pieces to a lane, along it, and by the best of three away from it. */
    private void detour(Ends ends, double lane, double limit) {
        Point start = ends.start();
        Point stop = ends.stop();
        double innermost = start.x() + FIRST_CHANNEL;
        double along = piece(ends, innermost, lane, Math.max(innermost, stop.x() - FIRST_CHANNEL), lane);
        if (along >= limit) {
            return;
        }
        double first = 0;
        double last = 0;
        double leastFirst = Double.POSITIVE_INFINITY;
        double leastLast = Double.POSITIVE_INFINITY;
        for (int i = 0; i < LANES; i++) {
            double out = start.x() + FIRST_CHANNEL + i * CHANNEL;
            double in = stop.x() - FIRST_CHANNEL - i * CHANNEL;
            double leaving = piece(ends, out, start.y(), out, lane);
            double arriving = piece(ends, in, lane, in, stop.y());
            if (leaving < leastFirst) {
                leastFirst = leaving;
                first = out;
            }
            if (arriving < leastLast) {
                leastLast = arriving;
                last = in;
            }
        }
        if (first < last) {
            candidate.clear();
            candidate.add(ends.side(), start.x(), start.y());
            candidate.add(ends.side(), first, start.y());
            candidate.add(ends.side(), first, lane);
            candidate.add(ends.side(), last, lane);
            candidate.add(ends.side(), last, stop.y());
            candidate.add(ends.side(), stop.x(), stop.y());
            weigh(ends);
        }
    }

    private double piece(Ends ends, double x1, double y1, double x2, double y2) {
        Side side = ends.side();
        return terrain.piece(
                side.turnedX(x1, y1),
                side.turnedY(x1, y1),
                side.turnedX(x2, y2),
                side.turnedY(x2, y2),
                ends.from(),
                ends.to());
    }

    /** Any way at all that keeps out of the boxes. */
    private void maze(Ends ends) {
        Rect between = Rect.between(ends.start(), ends.stop());
        for (double around : AROUND) {
            int[] near = terrain.boxesIn(ends.side().turn(between.grown(around)));
            if (near.length > MOST_BOXES) {
                return;
            }
            List<Rect> turned = Arrays.stream(near)
                    .mapToObj(number -> ends.side().turn(terrain.box(number)))
                    .toList();
            for (double beside : BESIDE) {
                Maze.Found found = Maze.way(turned, ends.start(), ends.stop(), beside, Math.min(work, MOST_WORK_EACH));
                work -= found.steps();
                if (!found.corners().isEmpty()) {
                    candidate.clear();
                    found.corners().forEach(corner -> candidate.add(ends.side(), corner.x(), corner.y()));
                    weigh(ends);
                }
                if (met < Terrain.PER_BOX || work <= 0) {
                    return;
                }
            }
        }
    }
}
