package dev.blastradius.editor.live;

import dev.blastradius.chart.Names;
import dev.blastradius.experiment.live.Action;
import dev.blastradius.model.Fault;
import java.util.Map;
import java.util.stream.Collectors;

/** What was done to a run while it went on, as people say it. */
public final class DeedWords {

    private DeedWords() {}

    /** A deed: {@code "Opus: kill"}, {@code "Visitors: traffic ×5"}, {@code "Flip to Two providers"}. */
    public static String of(Action action, Names names) {
        if (action instanceof Action.Flip flip) {
            return "Flip to “" + names.strategy(flip.strategy()) + "”";
        }
        if (action instanceof Action.Mend mend) {
            return name(mend.id(), names) + ": mend";
        }
        LiveMove move = LiveMove.of(action);
        String title = move == null ? "" : lowerCase(move.title());
        if (action instanceof Action.Traffic traffic) {
            return name(traffic.client(), names) + ": " + (move == null ? "traffic ×" + traffic.factor() : title);
        }
        if (action instanceof Action.Break done) {
            return target(done.target(), names) + ": "
                    + (move == null ? String.join(", ", done.effects().keySet()) : title);
        }
        throw new IllegalArgumentException(action.toString());
    }

    private static String lowerCase(String title) {
        return title.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + title.substring(1);
    }

    private static String target(Fault.Target target, Names names) {
        String id = target.id();
        Map<String, String> tags = target.tags();
        if (id != null) {
            return name(id, names);
        }
        return tags == null
                ? ""
                : tags.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** What people call a box or an arrow. */
    public static String name(String part, Names names) {
        return part.contains("->") ? names.dependency(part) : names.component(part);
    }
}
