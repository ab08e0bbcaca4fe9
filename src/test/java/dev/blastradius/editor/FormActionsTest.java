package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.form.Filter;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.FormItems;
import dev.blastradius.editor.form.Lists;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a form does to one thing and to several, what becomes of text that is refused, and that names are followed. */
class FormActionsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service", "concurrency": 10, "latency": "5ms"},
                "opus": {"kind": "model", "latency": "3s", "concurrency": 20, "tags": {"provider": "one", "tier": "top"}},
                "sonnet": {"kind": "model", "latency": "5s", "concurrency": 20, "tags": {"provider": "one"}} },
              "dependencies": { "users->bot": {}, "bot->opus": {"timeout": "3s", "retry": {}},
                "bot->sonnet": {"fallbackFor": "bot->opus", "timeout": "5s"} },
              "scenarios": { "outage": { "faults": [
                {"target": "opus", "at": "1m", "errorRate": 0.5}, {"target": "bot->opus", "at": "1m", "hangRate": 0.5} ] } },
              "strategies": { "other": {
                "patch": {"components": {"opus": {"concurrency": 5}}, "dependencies": {"bot->sonnet": {"fallbackFor": "bot->opus"}}},
                "runbook": [ {"after": "5m", "patch": {"dependencies": {"bot->opus": {"timeout": "1s"}}}} ] } },
              "view": {"opus": [10, 20]} }""";

    private final Editor editor =
            new Editor(Objects.requireNonNull(ModelReader.read(MODEL, null).model()), null);
    private final FormActions actions = new FormActions(editor);
    private final List<Subject> models = List.of(Subject.component("opus"), Subject.component("sonnet"));
    private final List<Subject> arrows = List.of(Subject.dependency("bot->opus"), Subject.dependency("bot->sonnet"));

    @Test
    void severalArrowsShowTheirCommonFieldsAndWhereTheyDiffer() {
        FormItem.Entry timeout = entry(arrows, "timeout");
        assertEquals("", timeout.text());
        assertEquals("3 s, 5 s", timeout.prompt());
        FormItem.Section retry = (FormItem.Section) item(arrows, FormItem.Section.class, "retry");
        assertFalse(retry.given());
        assertEquals("on in 1 of 2", retry.several());
    }

    @Test
    void typingSetsAllInOneStep() {
        assertEquals(List.of(), actions.type(models, entry(models, "concurrency"), "50"));
        for (Subject each : models) {
            assertEquals(50L, ((Map<?, ?>) each.tree(editor.pipeline())).get("concurrency"));
        }
        assertEquals("Change Concurrency of 2 components", editor.undoLabel());
        editor.undo();
        assertFalse(editor.canUndo());
    }

    @Test
    void aSectionIsSwitchedOnWhereItIsOff() {
        FormItem.Section retry = (FormItem.Section) item(arrows, FormItem.Section.class, "retry");
        Pipeline before = editor.pipeline();
        assertEquals(List.of(), actions.switchOn(arrows, retry));
        assertEquals(
                before.arrows().get("bot->opus"), editor.pipeline().arrows().get("bot->opus"));
        assertTrue(((FormItem.Section) item(arrows, FormItem.Section.class, "retry")).given());
    }

    @Test
    void anEditThatOneOfThemCannotTakeChangesNone() {
        Pipeline before = editor.pipeline();
        assertFalse(actions.type(models, entry(models, "concurrency"), "-3").isEmpty());
        assertSame(before, editor.pipeline());
    }

    @Test
    void componentsOfSeveralKindsShareWhatAnyStationHas() {
        List<Subject> mixed = List.of(Subject.component("bot"), Subject.component("opus"));
        assertEquals("10, 20", entry(mixed, "concurrency").prompt());
        assertTrue(FormItems.flat(Subjects.form(mixed, editor.pipeline()))
                .noneMatch(item -> item.path().equals(List.of("label"))));
    }

    @Test
    void aTagIsAddedToAllAndTheirOwnOnesStay() {
        FormItem.Pairs tags = (FormItem.Pairs) item(models, FormItem.Pairs.class, "tags");
        assertEquals(Map.of("provider", "one"), tags.pairs());
        assertEquals(List.of(), actions.setPair(models, tags, "", "region", "eu"));
        assertEquals(
                Map.of("provider", "one", "tier", "top", "region", "eu"),
                ((Map<?, ?>) models.get(0).tree(editor.pipeline())).get("tags"));
        assertEquals(
                Map.of("provider", "one", "region", "eu"),
                ((Map<?, ?>) models.get(1).tree(editor.pipeline())).get("tags"));
    }

    @Test
    void refusedTextIsKeptUntilItIsMendedOrPutBack() {
        List<Subject> opus = List.of(Subject.component("opus"));
        FormItem.Entry field = entry(opus, "concurrency");
        actions.type(opus, field, "many");
        editor.select(Selection.component("sonnet"));
        assertEquals(
                "many",
                Objects.requireNonNull(actions.drafts().of(opus, field.path())).text());
        actions.type(opus, field, "30");
        assertNull(actions.drafts().of(opus, field.path()));
        actions.type(opus, field, "many");
        actions.drafts().putBack(opus, field.path());
        assertEquals(List.of(), actions.drafts().all());
    }

    @Test
    void refusedTextGoesWithWhatItIsAbout() {
        List<Subject> sonnet = List.of(Subject.component("sonnet"));
        actions.type(sonnet, entry(sonnet, "concurrency"), "many");
        editor.select(Selection.component("sonnet"));
        editor.deleteSelection();
        assertEquals(List.of(), actions.drafts().all());
    }

    @Test
    void faultsAreAddedDuplicatedMovedAndRemoved() {
        List<Subject> outage = List.of(Subject.scenario("outage"));
        FormItem.Rows rows = (FormItem.Rows) item(outage, FormItem.Rows.class, "faults");
        assertEquals(List.of(), actions.setRows(outage, rows, "Add", list -> Lists.add(list, rows)));
        assertEquals(3, faults());
        actions.setRows(outage, rows, "Duplicate", list -> Lists.duplicate(list, 2));
        assertEquals(4, faults());
        actions.setRows(outage, rows, "Remove", list -> Lists.remove(list, 3));
        actions.setRows(outage, rows, "Move", list -> Lists.move(list, 2, -2));
        assertEquals(
                "bot",
                editor.pipeline()
                        .scenariosOrNone()
                        .get("outage")
                        .faults()
                        .get(0)
                        .target()
                        .id());
    }

    private int faults() {
        return editor.pipeline().scenariosOrNone().get("outage").faults().size();
    }

    @Test
    void whateverNamesAComponentFollowsItsNewId() {
        assertEquals(List.of(), actions.rename(Subject.component("opus"), "claude"));
        Pipeline it = editor.pipeline();
        assertEquals(
                List.of("users", "bot", "claude", "sonnet"),
                List.copyOf(it.components().keySet()));
        assertEquals(
                Set.of("users->bot", "bot->claude", "bot->sonnet"), it.arrows().keySet());
        assertEquals("bot->claude", it.arrows().get("bot->sonnet").fallback().fallbackFor());
        assertEquals(
                List.of("claude", "bot->claude"),
                it.scenariosOrNone().get("outage").faults().stream()
                        .map(fault -> fault.target().id())
                        .toList());
        String strategy = it.strategiesOrNone().get("other").toString();
        assertFalse(strategy.contains("opus"), strategy);
        assertEquals(Set.of("claude"), it.positions().keySet());
        assertEquals(Selection.component("claude"), editor.selection());
        assertTrue(ModelReader.check(it).isEmpty(), ModelReader.check(it).toString());
    }

    @Test
    void anIdThatIsTakenOrNoneIsRefused() {
        for (String id : List.of("sonnet", "Opus", "", "a b", "-x")) {
            assertNotNull(RenameId.refusal(editor.pipeline(), Subject.component("opus"), id), id);
        }
        assertFalse(actions.rename(Subject.strategy("other"), "as-drawn").isEmpty());
        assertEquals(List.of(), actions.rename(Subject.scenario("outage"), "brownout"));
        assertEquals(Set.of("brownout"), editor.pipeline().scenariosOrNone().keySet());
    }

    @Test
    void fieldsAreFoundByTheWordsOfTheirNames() {
        List<FormItem> found = Filter.of(Subject.dependency("bot->opus").form(editor.pipeline()), "retry max");
        List<String> labels = FormItems.flat(found).map(FormItem::label).toList();
        assertTrue(labels.contains("Max attempts"), labels.toString());
        assertFalse(labels.contains("Timeout"), labels.toString());
    }

    private FormItem.Entry entry(List<Subject> subjects, String key) {
        return (FormItem.Entry) item(subjects, FormItem.Entry.class, key);
    }

    private FormItem item(List<Subject> subjects, Class<? extends FormItem> type, String key) {
        return FormItems.flat(Subjects.form(subjects, editor.pipeline()))
                .filter(type::isInstance)
                .filter(item -> item.path().get(item.path().size() - 1).equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theIdOfAComponentThatOnlyAStrategyHasIsTaken() {
        String model = MODEL.replace(
                "{\"opus\": {\"concurrency\": 5}}",
                "{\"opus\": {\"concurrency\": 5}, \"spare\": {\"kind\": \"model\", \"latency\": \"9s\"}}");
        Editor open =
                new Editor(Objects.requireNonNull(ModelReader.read(model, null).model()), null);
        assertFalse(
                new FormActions(open).rename(Subject.component("opus"), "spare").isEmpty());
        assertFalse(open.canUndo());
    }

    @Test
    void aTagIsNotRenamedToOneThatIsThereAlready() {
        FormItem.Pairs tags = (FormItem.Pairs) item(models.subList(0, 1), FormItem.Pairs.class, "tags");
        assertFalse(actions.setPair(models.subList(0, 1), tags, "tier", "provider", "top")
                .isEmpty());
        assertEquals(
                Map.of("provider", "one", "tier", "top"),
                editor.pipeline().components().get("opus").about().tags());
    }

    @Test
    void theLongestDurationCanBeGivenEveryShape() {
        List<Subject> opus = models.subList(0, 1);
        FormItem.Section latency = (FormItem.Section) item(opus, FormItem.Section.class, "latency");
        for (FormItem.Option shape : latency.shape().variants()) {
            actions.set(opus, latency, "36500d");
            actions.reshape(opus, (FormItem.Section) item(opus, FormItem.Section.class, "latency"), shape.word());
        }
    }
}
