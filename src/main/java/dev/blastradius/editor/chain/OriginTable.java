package dev.blastradius.editor.chain;

import dev.blastradius.editor.Captions;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Cascade.Origin;
import dev.blastradius.model.Pipeline;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where failures began against where they surfaced.
 *
 * @param clients the names of those at whom any surfaced
 * @param rows where they began, most first
 * @param most the highest count in it
 */
public record OriginTable(List<String> clients, List<Row> rows, long most) {

    public OriginTable {
        clients = List.copyOf(clients);
        rows = List.copyOf(rows);
    }

    /**
     * Failures of one kind that began at one place.
     *
     * @param where the component's id or the dependency's key
     * @param name what is called so
     * @param failure how it failed
     * @param counts of requests, by client
     */
    public record Row(String where, String name, String failure, List<Long> counts) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    /** The table of a cascade. */
    public static OriginTable of(Cascade cascade, Pipeline pipeline) {
        List<String> ids =
                cascade.origins().stream().map(Origin::client).distinct().toList();
        Map<List<String>, long[]> counts = new LinkedHashMap<>();
        long most = 0;
        for (Origin each : cascade.origins()) {
            counts.computeIfAbsent(List.of(each.origin(), each.failure()), key -> new long[ids.size()])[
                            ids.indexOf(each.client())] +=
                    each.requests();
            most = Math.max(most, each.requests());
        }
        List<Row> rows = counts.entrySet().stream()
                .map(each -> new Row(
                        each.getKey().get(0),
                        Chain.name(pipeline, each.getKey().get(0)),
                        failure(each.getKey().get(1)),
                        Arrays.stream(each.getValue()).boxed().toList()))
                .toList();
        return new OriginTable(
                ids.stream()
                        .map(id -> Captions.line(Captions.name(pipeline, id)))
                        .toList(),
                rows,
                most);
    }

    /** A way to fail, from its key: {@code "rateLimited"} is {@code "rate limited"}. */
    public static String failure(String key) {
        return key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
