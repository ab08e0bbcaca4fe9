package dev.blastradius.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.io.ModelReader;
import dev.blastradius.policy.Hedge;
import dev.blastradius.policy.Policies;
import dev.blastradius.ui.Fx;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the parts of an arrow or a component are switched on and off, filled in and folded in the inspector. */
class SectionViewTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service"},
                "opus": {"kind": "model", "latency": "1s"},
                "sonnet": {"kind": "model", "latency": "1s"} },
              "dependencies": { "users->bot": {}, "bot->opus": {"timeout": "3s"}, "bot->sonnet": {} } }""";

    private final Editor editor = new Editor(ModelReader.read(MODEL, null).model(), null);
    private Inspector inspector;

    @BeforeEach
    void openTheArrow() {
        Fx.start();
        Fx.run(() -> {
            inspector = new Inspector();
            new Scene(inspector, 330, 2_000);
            inspector.open(editor);
        });
        select(Selection.dependency("bot->opus"));
    }

    @Test
    void everyPolicyHasASwitchAndALineThatSaysWhatItWouldDo() {
        for (var policy : Policies.ALL) {
            assertFalse(find("#given-" + policy.key(), CheckBox.class).isSelected(), policy.key());
            String line = find("#line-" + policy.key(), Label.class).getText();
            assertTrue(line.contains(policy.beginnings().get(0).name()), line);
        }
    }

    @Test
    void aSwitchBringsTheFieldsAndTakesThemAwayAndEachIsUndoneOnItsOwn() {
        turn("hedge", true);
        assertEquals("2 s", find("#field-hedge-after", TextField.class).getText());
        assertEquals("Polly v8", find("#offers-hedge", MenuButton.class).getText());
        turn("hedge", false);
        assertNull(lookup("#field-hedge-after"));
        Fx.run(editor::undo);
        assertNotNull(lookup("#field-hedge-after"));
        Fx.run(editor::undo);
        assertNull(lookup("#field-hedge-after"));
        assertFalse(editor.canUndo());
    }

    @Test
    void theMenuFillsInAnotherPublishedDefault() {
        turn("hedge", true);
        Fx.run(() -> find("#offers-hedge", MenuButton.class).getItems().get(1).fire());
        assertEquals("500 ms", find("#field-hedge-after", TextField.class).getText());
        assertEquals("gRPC A6", find("#offers-hedge", MenuButton.class).getText());
    }

    @Test
    void aFoldedSectionSaysWhatItDoesAndStaysFoldedOnTheNextArrow() {
        turn("hedge", true);
        Fx.run(() -> find("#fold-hedge", Button.class).fire());
        assertEquals(
                "One more after 2 s (Polly v8)",
                find("#line-hedge", Label.class).getText());
        assertFalse(Fx.get(() ->
                lookup("#field-hedge-after").getParent().getParent().getParent().isVisible()));
        select(Selection.dependency("bot->sonnet"));
        turn("hedge", true);
        assertTrue(find("#line-hedge", Label.class).isVisible());
    }

    @Test
    void aWarningStandsBesideTheFieldThatItIsAboutUntilThatIsMended() {
        turn("hedge", true);
        type("hedge-after", "9s");
        Label problem = find("#field-hedge-after-problem", Label.class);
        assertTrue(
                problem.isVisible(), () -> ModelReader.check(editor.pipeline()).toString());
        type("hedge-after", "1s");
        assertFalse(find("#field-hedge-after-problem", Label.class).isVisible());
        assertEquals(
                "1s",
                String.valueOf(editor.pipeline()
                        .arrows()
                        .get("bot->opus")
                        .policy(Hedge.class)
                        .after()));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anArrowIsMadeAFallbackForOneOfItsCallersOtherArrows() {
        turn("fallback", true);
        ComboBox<String> box = find("#field-fallbackFor", ComboBox.class);
        assertEquals("bot->sonnet", box.getValue());
        assertTrue(editor.pipeline().arrows().get("bot->opus").isFallback());
        turn("fallback", false);
        assertFalse(editor.pipeline().arrows().get("bot->opus").isFallback());
    }

    @Test
    void aPresetIsAppliedFromTheTopOfAComponent() {
        select(Selection.component("opus"));
        MenuButton presets = find("#presets", MenuButton.class);
        assertEquals("Apply preset…", presets.getText());
        Fx.run(() -> ((javafx.scene.control.Menu) presets.getItems().get(0))
                .getItems()
                .get(0)
                .fire());
        assertEquals("Claude Opus 4.8", find("#presets", MenuButton.class).getText());
        assertEquals("Apply Claude Opus 4.8", editor.undoLabel());
    }

    private void select(Selection selection) {
        Fx.run(() -> {
            editor.select(selection);
            inspector.applyCss();
            inspector.layout();
        });
    }

    private void turn(String section, boolean on) {
        Fx.run(() -> find("#given-" + section, CheckBox.class).setSelected(on));
    }

    private void type(String field, String text) {
        Fx.run(() -> {
            find("#field-" + field, TextField.class).setText(text);
            editor.finishTyping();
        });
    }

    private <T> T find(String selector, Class<T> type) {
        return type.cast(lookup(selector));
    }

    private Node lookup(String selector) {
        return inspector.lookup(selector);
    }
}
