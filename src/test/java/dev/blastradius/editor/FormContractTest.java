package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.form.FormEdits;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.FormItems;
import dev.blastradius.editor.form.Lists;
import dev.blastradius.editor.form.TypedText;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every part of the format must do in a form: it can be switched on in every shape, changed, and put back. */
class FormContractTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "client": {"kind": "client", "traffic": {"requestsPerSecond": 5}, "outputTokens": 200, "inputTokens": 900},
                "service": {"kind": "service", "latency": "20ms"}, "gateway": {"kind": "gateway"},
                "model": {"kind": "model", "latency": "1s", "tags": {"provider": "one"}},
                "store": {"kind": "store", "latency": "5ms"}, "cache": {"kind": "cache", "hitRate": 0.5},
                "tool": {"kind": "tool", "latency": "1s"}, "queue": {"kind": "queue"},
                "human": {"kind": "human", "latency": "60s"}, "static": {"kind": "static"} },
              "dependencies": { "client->service": {}, "service->gateway": {}, "gateway->model": {}, "service->store": {},
                "service->cache": {}, "cache->tool": {}, "service->queue": {}, "queue->human": {},
                "service->static": {"fallbackFor": "service->gateway"} },
              "scenarios": { "outage": { "faults": [
                {"target": "model", "at": "1m", "for": "2m", "errorRate": 0.5},
                {"target": {"provider": "one"}, "at": "2m", "latencyFactor": 3} ] } },
              "strategies": { "other": { "patch": {"components": {"model": {"concurrency": 5}}},
                "runbook": [ {"after": "5m", "patch": {}} ] } },
              "experiment": {"duration": "10m"} }""";

    static Stream<Subject> subjects() {
        Stream<Subject> components = Kinds.ALL.stream().map(kind -> Subject.component(kind.key()));
        return Stream.concat(
                components,
                Stream.of(
                        Subject.dependency("service->gateway"),
                        Subject.dependency("service->static"),
                        Subject.scenario("outage"),
                        Subject.strategy("other"),
                        Subject.MODEL));
    }

    private final Editor editor =
            new Editor(Objects.requireNonNull(ModelReader.read(MODEL, null).model()), null);
    private final FormActions actions = new FormActions(editor);

    @ParameterizedTest
    @MethodSource("subjects")
    void everySectionCanBeSwitchedOnInEveryShapeAndOffAgain(Subject subject) {
        Set<String> done = new LinkedHashSet<>();
        for (FormItem item = next(subject, done); item != null; item = next(subject, done)) {
            FormItem.Section section = (FormItem.Section) item;
            Pipeline before = editor.pipeline();
            boolean wasOff = !section.given();
            if (wasOff && section.offer().possible()) {
                assertEquals(
                        List.of(),
                        actions.switchOn(List.of(subject), section),
                        section.path().toString());
            }
            for (FormItem.Option shape : section.shape().variants()) {
                FormItem.Section now = (FormItem.Section) at(subject, section);
                assertEquals(
                        List.of(), actions.reshape(List.of(subject), now, shape.word()), section.path() + shape.word());
                changeFields(subject);
            }
            if (wasOff && section.offer().possible()) {
                changeFields(subject);
                FormItem.Section now = (FormItem.Section) at(subject, section);
                assertEquals(
                        List.of(),
                        actions.switchOff(List.of(subject), now),
                        section.path().toString());
                assertEquals(before, editor.pipeline(), section.path().toString());
                assertEquals(List.of(), actions.switchOn(List.of(subject), section));
            }
        }
        changeFields(subject);
    }

    /** The next section that has not been tried, of those that there are by now. */
    private FormItem next(Subject subject, Set<String> done) {
        return items(subject)
                .filter(item ->
                        item instanceof FormItem.Section && done.add(item.path().toString()))
                .findFirst()
                .orElse(null);
    }

    /** Each field is given another valid value, and its own again. */
    private void changeFields(Subject subject) {
        List<FormItem> items = items(subject).toList();
        for (FormItem item : items) {
            Object old = FormEdits.get(subject.tree(editor.pipeline()), item.path());
            if (item instanceof FormItem.Entry entry && !isFixed(entry)) {
                change(subject, entry);
            } else if (item instanceof FormItem.Rows rows && rows.mayGrow()) {
                Pipeline before = editor.pipeline();
                assertEquals(
                        List.of(),
                        actions.setRows(List.of(subject), rows, "Add", list -> Lists.add(list, rows)),
                        rows.path().toString());
                assertTrue(!before.equals(editor.pipeline()), rows.path().toString());
                assertEquals(
                        List.of(),
                        actions.set(List.of(subject), rows, old),
                        rows.path().toString());
            } else if (item instanceof FormItem.Ways ways) {
                Pipeline before = editor.pipeline();
                for (FormItem.Offered way : ways.ways()) {
                    String word = way.option().word();
                    assertEquals(List.of(), actions.choose(List.of(subject), ways, word), ways.path() + word);
                }
                actions.set(List.of(subject), ways, FormEdits.get(subject.tree(before), ways.path()));
                assertEquals(before, editor.pipeline(), ways.path().toString());
            } else if (item instanceof FormItem.Check check) {
                assertEquals(List.of(), actions.set(List.of(subject), check, !check.value()));
                assertEquals(List.of(), actions.set(List.of(subject), check, old));
            } else if (item instanceof FormItem.Pairs pairs) {
                assertEquals(List.of(), actions.setPair(List.of(subject), pairs, "", "provider", "one"));
                assertEquals(List.of(), actions.set(List.of(subject), pairs, old));
            }
        }
    }

    /** The first and the last share of measured quantiles are 0 and 1, whatever is measured. */
    private static boolean isFixed(FormItem.Entry entry) {
        return entry.path().contains("quantiles")
                && (entry.text().equals("0 %") || entry.text().equals("100 %"));
    }

    private void change(Subject subject, FormItem.Entry entry) {
        Pipeline before = editor.pipeline();
        boolean valid = false;
        List<String> tried = candidates(entry);
        for (String text : tried) {
            valid |= actions.type(List.of(subject), entry, text).isEmpty() && !before.equals(editor.pipeline());
        }
        assertTrue(valid, entry.path() + " takes none of " + tried);
        assertEquals(
                List.of(),
                actions.type(List.of(subject), entry, entry.text()),
                entry.path().toString());
        assertEquals(before, editor.pipeline(), entry.path().toString());
    }

    private static List<String> candidates(FormItem.Entry entry) {
        List<String> texts = new ArrayList<>();
        texts.add(TypedText.show(entry.type(), FormEdits.beginning(entry.type())));
        texts.add(TypedText.step(entry.type(), entry.text(), 1));
        texts.add(TypedText.step(entry.type(), entry.text(), -1));
        texts.add("another");
        texts.add("another.csv");
        texts.add("{\"components\": {\"model\": {\"concurrency\": 7}}}");
        texts.addAll(List.of("2", "10 %", "30 s"));
        return texts;
    }

    private Stream<FormItem> items(Subject subject) {
        return FormItems.flat(subject.form(editor.pipeline()));
    }

    private FormItem at(Subject subject, FormItem same) {
        return items(subject)
                .filter(item ->
                        item.getClass() == same.getClass() && item.path().equals(same.path()))
                .findFirst()
                .orElseThrow();
    }
}
