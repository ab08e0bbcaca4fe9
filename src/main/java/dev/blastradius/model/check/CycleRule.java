package dev.blastradius.model.check;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls come to an end: a circle of calls that always happen is an error, for no request would ever be answered; any other circle
 * is a warning. One circle is named in each knot of components, a shortest one through its first component.
 */
final class CycleRule implements Rule {

    private static final int MOST_NAMED = 12;

    @Override
    public void check(Subject subject, Problems problems) {
        Map<String, List<String>> always = new LinkedHashMap<>();
        Map<String, List<String>> all = new LinkedHashMap<>();
        subject.pipeline().arrows().forEach((key, dependency) -> {
            String from = Pipeline.from(key);
            String to = Pipeline.to(key);
            if (from.equals(to) || hasRole(subject, from, Role.ANSWER) || hasRole(subject, to, Role.SOURCE)) {
                return; // no such call can be made, which is reported as that
            }
            all.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
            if (alwaysHappens(subject, from, dependency)) {
                always.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
            }
        });
        Set<String> reported = new LinkedHashSet<>();
        for (List<String> circle : circles(always)) {
            reported.addAll(circle);
            problems.add(Problem.error(
                            Subject.place(Pipeline.key(circle.get(0), circle.get(1))),
                            "calls that always happen go round in a circle",
                            "calls that come to an end",
                            null)
                    .mend("the circle is " + named(circle) + "; give one of its calls a probability below 1"));
        }
        for (List<String> circle : circles(all)) {
            if (Collections.disjoint(reported, circle)) {
                problems.add(Problem.warning(
                                Subject.place(Pipeline.key(circle.get(0), circle.get(1))),
                                "calls can go round in a circle",
                                "calls that come to an end",
                                null)
                        .mend("the circle is " + named(circle)));
            }
        }
    }

    private static boolean alwaysHappens(Subject subject, String from, Dependency dependency) {
        Component caller = subject.component(from);
        if (caller == null
                || caller.kind().role() == Role.ROUTER
                || caller.kind().role() == Role.CACHE) {
            return false;
        }
        return !dependency.isFallback()
                && Call.PROBABILITY.in(dependency.call()) == 1
                && Call.CALLS.in(dependency.call()).min() > 0;
    }

    private static boolean hasRole(Subject subject, String id, Role role) {
        Component component = subject.component(id);
        return component != null && component.kind().role() == role;
    }

    private static String named(List<String> circle) {
        List<String> shown = new ArrayList<>(circle.subList(0, Math.min(circle.size(), MOST_NAMED)));
        if (circle.size() > MOST_NAMED) {
            shown.add("… (" + (circle.size() - 1) + " components)");
        }
        return String.join(" -> ", shown);
    }

    /** One circle in each knot of a graph, the first component repeated at the end. */
    private static List<List<String>> circles(Map<String, List<String>> graph) {
        List<List<String>> found = new ArrayList<>();
        for (Set<String> knot : knots(graph)) {
            String start = knot.iterator().next();
            found.add(circle(graph, knot, start));
        }
        return found;
    }

    /** A shortest way from a component back to itself within its knot. */
    private static List<String> circle(Map<String, List<String>> graph, Set<String> knot, String start) {
        Map<String, String> cameFrom = new LinkedHashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!cameFrom.containsKey(start)) {
            String here = next.remove();
            for (String to : graph.getOrDefault(here, List.of())) {
                if (knot.contains(to) && cameFrom.putIfAbsent(to, here) == null) {
                    next.add(to);
                }
            }
        }
        List<String> way = new ArrayList<>(List.of(start));
        String here = start;
        do {
            here = cameFrom.getOrDefault(here, start);
            way.add(here);
        } while (!here.equals(start));
        Collections.reverse(way);
        return way;
    }

    /** The strongly connected components of two or more (Tarjan, 1972), without recursion: a chain may be long. */
    private static List<Set<String>> knots(Map<String, List<String>> graph) {
        Knots knots = new Knots(graph);
        graph.keySet().forEach(knots::visit);
        return knots.found;
    }

    private static final class Knots {
        private final Map<String, List<String>> graph;
        private final Map<String, Integer> index = new LinkedHashMap<>();
        private final Map<String, Integer> low = new LinkedHashMap<>();
        private final Set<String> open = new LinkedHashSet<>();
        private final Deque<String> stack = new ArrayDeque<>();
        private final List<Set<String>> found = new ArrayList<>();

        private Knots(Map<String, List<String>> graph) {
            this.graph = graph;
        }

        /** Where a walk stands: at a component, with so many of its calls followed. */
        private static final class Step {
            private final String at;
            private int followed;

            private Step(String at) {
                this.at = at;
            }
        }

        private void visit(String root) {
            if (index.containsKey(root)) {
                return;
            }
            Deque<Step> walk = new ArrayDeque<>();
            walk.push(enter(root));
            while (!walk.isEmpty()) {
                Step step = walk.element();
                List<String> calls = graph.getOrDefault(step.at, List.of());
                if (step.followed < calls.size()) {
                    String to = calls.get(step.followed++);
                    if (!index.containsKey(to)) {
                        walk.push(enter(to));
                    } else if (open.contains(to)) {
                        lower(step.at, index.get(to));
                    }
                } else {
                    walk.pop();
                    close(step.at, walk.peek());
                }
            }
        }

        private Step enter(String id) {
            index.put(id, index.size());
            low.put(id, index.size() - 1);
            open.add(id);
            stack.push(id);
            return new Step(id);
        }

        private void lower(String id, @Nullable Integer candidate) {
            if (candidate != null) {
                low.merge(id, candidate, Math::min);
            }
        }

        private void close(String id, @Nullable Step caller) {
            Integer lowest = low.get(id);
            if (caller != null) {
                lower(caller.at, lowest);
            }
            if (lowest == null || !lowest.equals(index.get(id))) {
                return;
            }
            List<String> members = new ArrayList<>();
            String member;
            do {
                member = stack.pop();
                open.remove(member);
                members.add(member);
            } while (!member.equals(id));
            if (members.size() > 1) {
                Collections.reverse(members); // the one that was entered first comes first
                found.add(new LinkedHashSet<>(members));
            }
        }
    }
}
