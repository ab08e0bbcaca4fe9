package dev.blastradius.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds where problems stand in a text, in a second pass over it that remembers only the places asked for: a model without
 * problems pays nothing, and a hostile one cannot fill the memory with places.
 */
final class JsonPlaces {

    /** A place asked for, or one on the way to it. */
    private static final class Node {
        private final Map<Object, Node> below = new HashMap<>();
        private int line;
        private int column;
    }

    private final Node root = new Node();

    private JsonPlaces() {}

    /**
     * The problems with line and column, in the order of the text. A place is where its key begins, or its value in a list; a
     * path that is not in the text has the place of the nearest one above it that is.
     *
     * @param text JSON that {@link JsonTree} has read
     */
    static List<Problem> locate(String text, List<Problem> problems) {
        JsonPlaces places = new JsonPlaces();
        problems.forEach(problem -> places.node(problem.where()));
        try (JsonParser parser = JsonText.parser(text)) {
            parser.nextToken();
            places.place(places.root, parser.currentTokenLocation());
            places.walk(parser, places.root);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory that has been read before", e);
        }
        return problems.stream().map(places::at).sorted(order()).toList();
    }

    /** By line and column; those without a place at the end. */
    static Comparator<Problem> order() {
        return Comparator.<Problem>comparingInt(each -> each.line() == 0 ? Integer.MAX_VALUE : each.line())
                .thenComparingInt(Problem::column);
    }

    private Node node(JsonPath path) {
        JsonPath parent = path.parent();
        return parent == null ? root : node(parent).below.computeIfAbsent(path.step(), step -> new Node());
    }

    private Problem at(Problem problem) {
        if (problem.line() > 0) {
            return problem;
        }
        JsonPath path = problem.where();
        Node place = node(path);
        while (place.line == 0 && path.parent() != null) {
            path = path.parent();
            place = node(path);
        }
        return problem.at(place.line, place.column);
    }

    private void place(Node node, JsonLocation location) {
        node.line = location.getLineNr();
        node.column = location.getColumnNr();
    }

    /** Walks through the value that the parser stands at the beginning of, to its end. */
    private void walk(JsonParser parser, @Nullable Node node) throws IOException {
        if (node == null || node.below.isEmpty()) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                Node member = node.below.get(parser.currentName());
                if (member != null) {
                    place(member, parser.currentTokenLocation());
                }
                parser.nextToken();
                walk(parser, member);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                Node entry = node.below.get(i);
                if (entry != null) {
                    place(entry, parser.currentTokenLocation());
                }
                walk(parser, entry);
            }
        }
    }
}
