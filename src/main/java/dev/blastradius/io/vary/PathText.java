package dev.blastradius.io.vary;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Places in a model file as people write them: {@code dependencies.a->b.retry.maxAttempts}, {@code scenarios.x.faults[0].for}; also
 * as the program's problems print them, {@code $.dependencies["a->b"].retry.maxAttempts}.
 */
final class PathText {

    /** A key without a dot, a key in brackets and quotes, or an index. */
    private static final Pattern STEP = Pattern.compile(
            "\\G(?:(\\.?)([^.\\[\\]\"\\s]+)|\\[\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"\\]|\\[([0-9]{1,6})\\])");

    private static final String FORM = "a path such as scenarios.ID.faults[0].errorRate or dependencies.A->B.timeout";
    private static final int LONGEST = 500;

    private PathText() {}

    /** The place that a text says; null where it says none, which is then a problem. */
    static @Nullable JsonPath read(String text, Problems problems) {
        boolean rooted = text.startsWith("$");
        String steps = rooted ? text.substring(1) : text;
        Matcher matcher = STEP.matcher(steps);
        JsonPath path = JsonPath.ROOT;
        int end = 0;
        while (text.length() <= LONGEST && matcher.find() && isJoined(matcher, rooted || end > 0)) {
            end = matcher.end();
            path = below(path, matcher);
        }
        if (path.parent() == null || end < steps.length()) {
            problems.add(Problem.error(JsonPath.ROOT, "not a path in a model file", FORM, text));
            return null;
        }
        return path;
    }

    /** Whether there is a dot before a key that is not the first, and only there. */
    private static boolean isJoined(Matcher step, boolean needsDot) {
        return step.group(2) == null || step.group(1).isEmpty() != needsDot;
    }

    private static JsonPath below(JsonPath path, Matcher step) {
        if (step.group(4) != null) {
            return path.index(Integer.parseInt(step.group(4)));
        }
        String key = step.group(2);
        return path.key(key != null ? key : step.group(3).replaceAll("\\\\([\"\\\\])", "$1"));
    }

    /** A place as people write it. */
    static String of(JsonPath path) {
        StringBuilder text = new StringBuilder();
        for (Object step : steps(path)) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    /** The keys and indices from the root on. */
    static List<Object> steps(JsonPath path) {
        List<Object> steps = new ArrayList<>();
        for (JsonPath here = path; here.parent() != null; here = here.parent()) {
            steps.add(0, here.step());
        }
        return List.copyOf(steps);
    }
}
