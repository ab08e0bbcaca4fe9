package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.form.FormEdits;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Summaries;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.policy.Policies;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Optional parts of something in the model: switched on, filled in, and switched off again. */
class SectionsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service"},
                "opus": {"kind": "model", "latency": "1s"},
                "sonnet": {"kind": "model", "latency": "1s"},
                "canned": {"kind": "static"} },
              "dependencies": { "users->bot": {}, "bot->opus": {},
                "bot->canned": {"fallbackFor": "bot->opus"}, "bot->sonnet": {} } }""";

    private final Editor editor =
            new Editor(Objects.requireNonNull(ModelReader.read(MODEL, null).model()), null);
    private final FormActions actions = new FormActions(editor);
    private Subject subject = Subject.dependency("bot->opus");

    @Test
    void everyPolicyIsASectionThatIsOffAndSaysWhatItWouldDo() {
        for (var policy : Policies.ALL) {
            FormItem.Section section = section(policy.key());
            assertTrue(section.optional(), policy.key());
            assertFalse(section.given(), policy.key());
            String first = policy.beginnings().get(0).name();
            assertTrue(Summaries.whenOn(section).endsWith("(" + first + ")"), Summaries.whenOn(section));
        }
    }

    @Test
    void switchingAPolicyOnFillsInItsFirstPublishedDefaultInOneStep() {
        for (var policy : Policies.ALL) {
            assertEquals(List.of(), actions.switchOn(List.of(subject), section(policy.key())));
            FormItem.Section section = section(policy.key());
            assertEquals(
                    policy.beginnings().get(0).name(),
                    Objects.requireNonNull(section.offer().present()).name());
            assertEquals("Switch on " + section.label(), editor.undoLabel());
            editor.undo();
            assertFalse(editor.canUndo(), policy.key());
        }
    }

    @Test
    void whatWasTypedComesBackWhenASectionIsSwitchedOnAgain() {
        actions.switchOn(List.of(subject), section("retry"));
        type("maxAttempts", "7");
        actions.switchOff(List.of(subject), section("retry"));
        assertNull(value("retry"));
        actions.switchOn(List.of(subject), section("retry"));
        assertEquals(7L, ((Map<?, ?>) value("retry")).get("maxAttempts"));
        editor.undo();
        assertNull(value("retry"));
        editor.undo();
        assertEquals(7L, ((Map<?, ?>) value("retry")).get("maxAttempts"));
    }

    @Test
    void aPublishedDefaultIsFilledInByItsNameAndStaysNamedUntilItIsChanged() {
        actions.switchOn(List.of(subject), section("retry"));
        for (Beginning each : section("retry").offer().published()) {
            actions.fillIn(List.of(subject), section("retry"), each);
            Beginning present = section("retry").offer().present();
            assertEquals(each.value(), Objects.requireNonNull(present).value(), each.name());
        }
        type("maxAttempts", "9");
        assertNull(section("retry").offer().present());
    }

    @Test
    void aTimeOutIsFilledInByItsName() {
        FormItem.Entry timeout = (FormItem.Entry) item("timeout");
        Beginning polly = timeout.beginnings().stream()
                .filter(each -> each.name().equals("Polly v8"))
                .findFirst()
                .orElseThrow();
        actions.fillIn(List.of(subject), timeout, polly);
        assertEquals("30s", value("timeout"));
        assertEquals("Timeout: Polly v8", editor.undoLabel());
    }

    @Test
    void anotherBudgetBeginsWithItsOwnPublishedDefault() {
        actions.switchOn(List.of(subject), section("retry"));
        actions.switchOn(List.of(subject), section("retry", "budget"));
        actions.reshape(List.of(subject), section("retry", "budget"), "throttling");
        assertEquals(
                "gRPC A6",
                Objects.requireNonNull(section("retry", "budget").offer().present())
                        .name());
    }

    @Test
    void anArrowBecomesTheLastFallbackOfAnotherOneAndAnArrowOfItsOwnAgain() {
        subject = Subject.dependency("bot->sonnet");
        assertFalse(section("fallback").given());
        assertEquals(List.of(), actions.switchOn(List.of(subject), section("fallback")));
        assertEquals("bot->opus", value("fallbackFor"));
        assertEquals(2L, value("order"));
        FormItem.Choice choice = (FormItem.Choice) item("fallbackFor");
        assertEquals(
                List.of("bot->opus"),
                choice.options().stream().map(FormItem.Option::word).toList());
        type("readiness", "0.9");
        actions.switchOff(List.of(subject), section("fallback"));
        assertEquals(Map.of(), subject.tree(editor.pipeline()));
        actions.switchOn(List.of(subject), section("fallback"));
        assertEquals(0.9, value("readiness"));
    }

    @Test
    void aFallbackCannotBeSwitchedOnWhereThereIsNothingToStandInFor() {
        subject = Subject.dependency("users->bot");
        assertFalse(section("fallback").offer().possible());
    }

    @Test
    void anOptionalPartOfAComponentBeginsWithSomethingThatDiffersFromNothing() {
        subject = Subject.component("opus");
        for (String key : List.of("queue", "rateLimit", "price")) {
            actions.switchOn(List.of(subject), section(key));
            assertFalse(((Map<?, ?>) value(key)).isEmpty(), key);
        }
        subject = Subject.component("users");
        for (String key : List.of("slo", "userRetry", "inputTokens")) {
            assertEquals(List.of(), actions.switchOn(List.of(subject), section(key)));
        }
    }

    @Test
    void aFoldedSectionIsSummedUpByWhoseDefaultItIsOrByWhatItSays() {
        actions.switchOn(List.of(subject), section("hedge"));
        assertEquals("One more after 2 s (Polly v8)", Summaries.of(section("hedge")));
        type("after", "1s");
        assertEquals("After 1 s · max extra 1", Summaries.of(section("hedge")));
    }

    private Object value(String key) {
        return FormEdits.get(subject.tree(editor.pipeline()), List.of(key));
    }

    private FormItem.Section section(String... path) {
        return (FormItem.Section) items().filter(item -> item instanceof FormItem.Section)
                .filter(item -> endsWith(item.path(), List.of(path)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean endsWith(List<String> path, List<String> end) {
        return path.size() >= end.size()
                && path.subList(path.size() - end.size(), path.size()).equals(end);
    }

    private FormItem item(String key) {
        return items().filter(item -> item.path().get(item.path().size() - 1).equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void type(String key, String text) {
        assertEquals(List.of(), actions.type(List.of(subject), (FormItem.Entry) item(key), text));
    }

    private Stream<FormItem> items() {
        return flat(subject.form(editor.pipeline()));
    }

    private static Stream<FormItem> flat(List<FormItem> items) {
        return items.stream()
                .flatMap(item -> item instanceof FormItem.Section section
                        ? Stream.concat(Stream.of(item), flat(section.items()))
                        : Stream.of(item));
    }
}
