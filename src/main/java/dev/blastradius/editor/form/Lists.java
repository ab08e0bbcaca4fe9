package dev.blastradius.editor.form;

import dev.blastradius.editor.form.FormItem.Row;
import dev.blastradius.editor.form.FormItem.Rows;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.TupleType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as a form changes them. */
public final class Lists {

    private Lists() {}

    /** With one more entry. */
    public static List<Object> add(@Nullable Object list, Rows rows) {
        List<Object> changed = copy(list);
        changed.add(Math.min(rows.freshAt(), changed.size()), rows.fresh());
        return changed;
    }

    /** Without an entry. */
    public static List<Object> remove(@Nullable Object list, int at) {
        List<Object> changed = copy(list);
        changed.remove(at);
        return changed;
    }

    /** With an entry so many places further down, or up; as it is where there is no such place. */
    public static List<Object> move(@Nullable Object list, int at, int by) {
        List<Object> changed = copy(list);
        if (at + by >= 0 && at + by < changed.size()) {
            changed.add(at + by, changed.remove(at));
        }
        return changed;
    }

    /** With an entry twice. */
    public static List<Object> duplicate(@Nullable Object list, int at) {
        List<Object> changed = copy(list);
        changed.add(at + 1, changed.get(at));
        return changed;
    }

    private static List<Object> copy(@Nullable Object list) {
        return list instanceof List<?> entries ? new ArrayList<>(entries) : new ArrayList<>();
    }

    /**
     * One more entry for a list of short lists that rise: between the last two where nothing may come after the last, else as far
     * beyond the last as that is beyond the one before.
     */
    static Object next(ListType<?> type, List<?> list) {
        Object usual = FormEdits.beginning(type.element());
        if (!(type.element() instanceof TupleType<?>) || list.isEmpty()) {
            return usual;
        }
        List<?> last = (List<?>) list.get(list.size() - 1);
        List<?> before = list.size() > 1 ? (List<?>) list.get(list.size() - 2) : last;
        List<Object> next = new ArrayList<>();
        for (int i = 0; i < last.size(); i++) {
            next.add(
                    spansAll(type, list)
                            ? between(before.get(i), last.get(i))
                            : i == 0 ? after(before.get(0), last.get(0)) : last.get(i));
        }
        return next;
    }

    /** Whether the entries go up to a share of 1, beyond which there is nothing. */
    static boolean spansAll(ListType<?> type, List<?> list) {
        return type.element() instanceof TupleType<?> tuple
                && list.size() > 1
                && TypedText.number(tuple.object().parameters().get(0).type()) != null
                && list.get(list.size() - 1) instanceof List<?> last
                && last.get(0) instanceof Number share
                && share.doubleValue() >= 1;
    }

    private static Object between(Object low, Object high) {
        if (low instanceof Number from && high instanceof Number to) {
            return (from.doubleValue() + to.doubleValue()) / 2;
        }
        Duration from = Duration.parse(String.valueOf(low));
        Duration to = Duration.parse(String.valueOf(high));
        return from == null || to == null
                ? high
                : Duration.ofNanos(from.nanos() + (to.nanos() - from.nanos()) / 2)
                        .text();
    }

    private static Object after(Object before, Object last) {
        Duration from = Duration.parse(String.valueOf(before));
        Duration to = Duration.parse(String.valueOf(last));
        if (from == null || to == null) {
            return last instanceof Number number ? (Object) (number.doubleValue() + 1) : last;
        }
        long gap = to.nanos() > from.nanos() ? to.nanos() - from.nanos() : 600_000_000_000L;
        return Duration.ofNanos(Math.min(Duration.MAX_NANOS, to.nanos() + gap)).text();
    }

    /** What an entry amounts to, in a few words. */
    static Row row(List<FormItem> items) {
        return new Row(Summaries.of(items), items);
    }
}
