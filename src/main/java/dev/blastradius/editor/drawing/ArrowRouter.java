package dev.blastradius.editor.drawing;

import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the arrows' ways: level and upright pieces, around the boxes in between, and apart from each other. Of a few dozen ways for
 * each arrow it takes the cheapest; the same drawing always gives the same ways.
 */
public final class ArrowRouter {

    private static final double CLEAR = 7;
    private static final double FIRST_CHANNEL = 20;
    private static final double CHANNEL = 10;
    private static final int CHANNELS = 6;

    private static final double PER_BEND = 30;
    private static final double PER_BOX = 5_000;
    private static final double PER_OVERLAP = 500;
    private static final double PER_CROSSING = 18;

    private final List<Rect> boxes;
    private final List<Route> done = new ArrayList<>();

    private ArrowRouter(Map<String, Rect> boxes) {
        this.boxes = List.copyOf(boxes.values());
    }

    /**
     * The ways of all arrows.
     *
     * @param boxes by component
     * @param arrows dependencies between them, "from->to"
     */
    public static Map<String, Route> route(Map<String, Rect> boxes, List<String> arrows) {
        Ports ports = new Ports(boxes, arrows);
        ArrowRouter router = new ArrowRouter(boxes);
        Map<String, Route> found = new LinkedHashMap<>();
        arrows.stream()
                .sorted(longestFirst(ports))
                .forEach(arrow -> found.put(arrow, router.find(arrow, boxes, ports)));
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
     * The ways of a few of the arrows while their boxes are being moved: around the boxes, as if the other arrows were not there.
     *
     * @param boxes by component
     * @param arrows all dependencies between them
     * @param some those to find a way for
     */
    public static Map<String, Route> reroute(Map<String, Rect> boxes, List<String> arrows, List<String> some) {
        Ports ports = new Ports(boxes, arrows);
        ArrowRouter router = new ArrowRouter(boxes);
        Map<String, Route> found = new LinkedHashMap<>();
        some.forEach(arrow -> found.put(arrow, router.find(arrow, boxes, ports)));
        return found;
    }

    /** The longest takes the channel nearest to its box, so that it passes under those that turn off before. */
    private static Comparator<String> longestFirst(Ports ports) {
        return Comparator.<String>comparingDouble(arrow -> -ports.start(arrow).distanceTo(ports.stop(arrow)))
                .thenComparing(Comparator.naturalOrder());
    }

    private Route find(String arrow, Map<String, Rect> all, Ports ports) {
        Rect from = all.getOrDefault(Pipeline.from(arrow), new Rect(0, 0, 0, 0));
        Rect to = all.getOrDefault(Pipeline.to(arrow), new Rect(0, 0, 0, 0));
        Side side = Side.between(from, to);
        List<Rect> others = boxes.stream()
                .filter(box -> !box.equals(from) && !box.equals(to))
                .map(side::turn)
                .toList();
        Point start = side.turn(ports.start(arrow));
        Point stop = side.turn(ports.stop(arrow));
        List<Route> earlier = done.stream().map(route -> turn(side, route)).toList();
        Route best = best(simpleWays(start, stop), others, earlier);
        if (cost(best, others, earlier) >= PER_OVERLAP) {
            List<Route> ways = detours(start, stop, others);
            ways.add(best);
            best = best(ways, others, earlier);
        }
        Route route = turn(side, best);
        done.add(route);
        return route;
    }

    private static Route turn(Side side, Route route) {
        return new Route(route.points().stream().map(side::turn).toList());
    }

    /** To the right, up or down once, to the right. */
    private static List<Route> simpleWays(Point start, Point stop) {
        List<Route> ways = new ArrayList<>();
        if (Math.abs(start.y() - stop.y()) < 1 || stop.x() - start.x() < 4) {
            ways.add(new Route(List.of(start, stop)));
            return ways;
        }
        for (double x : channels(start, stop)) {
            ways.add(new Route(List.of(start, new Point(x, start.y()), new Point(x, stop.y()), stop)));
        }
        return ways;
    }

    /** Where to go up or down: soon after the start, in the middle, and before the end. */
    private static List<Double> channels(Point start, Point stop) {
        List<Double> channels = new ArrayList<>();
        double middle = (start.x() + stop.x()) / 2;
        for (int i = 0; i < CHANNELS; i++) {
            double offset = FIRST_CHANNEL + i * CHANNEL;
            if (start.x() + offset < stop.x() - FIRST_CHANNEL / 2) {
                channels.add(start.x() + offset);
            }
        }
        channels.add(middle);
        for (int i = 0; i < CHANNELS; i++) {
            double offset = FIRST_CHANNEL + i * CHANNEL;
            if (stop.x() - offset > start.x() + FIRST_CHANNEL / 2) {
                channels.add(stop.x() - offset);
            }
        }
        return channels;
    }

    /** Along a lane above or below the boxes in the way. */
    private static List<Route> detours(Point start, Point stop, List<Rect> others) {
        List<Route> ways = new ArrayList<>();
        double room = stop.x() - start.x();
        if (room < 2 * FIRST_CHANNEL) {
            return ways;
        }
        for (Rect box : others) {
            if (box.right() < start.x() || box.x() > stop.x()) {
                continue;
            }
            for (int lane = 0; lane < 3; lane++) {
                double apart = 12 + lane * 9;
                addDetours(ways, start, stop, box.y() - apart);
                addDetours(ways, start, stop, box.bottom() + apart);
            }
        }
        return ways;
    }

    private static void addDetours(List<Route> ways, Point start, Point stop, double lane) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double first = start.x() + FIRST_CHANNEL + i * CHANNEL;
                double last = stop.x() - FIRST_CHANNEL - j * CHANNEL;
                if (first < last) {
                    ways.add(new Route(List.of(
                            start,
                            new Point(first, start.y()),
                            new Point(first, lane),
                            new Point(last, lane),
                            new Point(last, stop.y()),
                            stop)));
                }
            }
        }
    }

    private static Route best(List<Route> ways, List<Rect> others, List<Route> earlier) {
        Route best = ways.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Route way : ways) {
            double cost = cost(way, others, earlier);
            if (cost < least) {
                least = cost;
                best = way;
            }
        }
        return best;
    }

    private static double cost(Route way, List<Rect> others, List<Route> earlier) {
        List<Point> points = way.points();
        double cost = PER_BEND * (points.size() - 2);
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            // Half the length: a tidy way matters more than a short one.
            cost += from.distanceTo(to) / 2;
            Rect piece = Rect.between(from, to);
            for (Rect box : others) {
                cost += touches(piece, box.grown(CLEAR)) ? PER_BOX : 0;
            }
            for (Route other : earlier) {
                cost += conflicts(piece, other);
            }
        }
        return cost;
    }

    private static double conflicts(Rect piece, Route other) {
        double cost = 0;
        List<Point> points = other.points();
        for (int i = 1; i < points.size(); i++) {
            Rect with = Rect.between(points.get(i - 1), points.get(i));
            boolean bothUpright = piece.width() < 1 && with.width() < 1;
            boolean bothLevel = piece.height() < 1 && with.height() < 1;
            if (bothUpright || bothLevel) {
                cost += runsAlong(piece, with, bothUpright) ? PER_OVERLAP : 0;
            } else if (touches(piece, with)) {
                cost += PER_CROSSING;
            }
        }
        return cost;
    }

    /** Whether they meet; a level or upright piece has no area, so that edges count. */
    private static boolean touches(Rect a, Rect b) {
        return a.x() <= b.right() && b.x() <= a.right() && a.y() <= b.bottom() && b.y() <= a.bottom();
    }

    private static boolean runsAlong(Rect a, Rect b, boolean upright) {
        double apart = upright ? Math.abs(a.x() - b.x()) : Math.abs(a.y() - b.y());
        double shared = upright
                ? Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y())
                : Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        return apart < CLEAR && shared > 2;
    }
}
