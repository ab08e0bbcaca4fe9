package dev.blastradius.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.Fx;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That an edit which would break a strategy of the model leaves the control as it was, and says why. */
class RefusedEditsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5},
                          "inputTokens": {"type": "lognormal", "median": 1000, "p99": 4000}},
                "a": {"kind": "service", "latency": "20ms"} },
              "dependencies": { "users->a": {} },
              "strategies": {"other": {"patch": {"components": {"users": {
                "traffic": {"requestsPerSecond": 9}, "inputTokens": {"p99": 8000}}}}}} }""";

    private final Editor editor = new Editor(ModelReader.read(MODEL, null).model(), null);
    private Inspector inspector;

    @BeforeEach
    void openTheClient() {
        Fx.start();
        Fx.run(() -> {
            inspector = new Inspector();
            new Scene(inspector, 330, 800);
            inspector.open(editor);
            editor.select(Selection.component("users"));
            inspector.applyCss();
            inspector.layout();
        });
    }

    @Test
    void aCheckBoxIsPutBackAndSaysWhy() {
        Pipeline before = editor.pipeline();
        Fx.run(() -> find("#given-inputTokens", CheckBox.class).setSelected(false));
        assertTrue(Fx.get(() -> find("#given-inputTokens", CheckBox.class).isSelected()));
        assertTrue(problem("inputTokens").isVisible());
        String words = problem("inputTokens").getText();
        assertTrue(words.startsWith("In $.strategies.other.patch"), words);
        assertEquals(before, editor.pipeline());
    }

    @Test
    @SuppressWarnings("unchecked")
    void aChoiceIsPutBackAndSaysWhy() {
        Pipeline before = editor.pipeline();
        Fx.run(() -> find("#variant-traffic", ComboBox.class).setValue("closed"));
        assertEquals(
                "poisson", Fx.get(() -> find("#variant-traffic", ComboBox.class).getValue()));
        assertTrue(problem("traffic").isVisible());
        assertEquals(before, editor.pipeline());
        Fx.run(() -> find("#variant-traffic", ComboBox.class).setValue("constant"));
        assertEquals(
                "constant",
                Fx.get(() -> find("#variant-traffic", ComboBox.class).getValue()));
        assertFalse(problem("traffic").isVisible());
    }

    private Label problem(String key) {
        return Fx.get(() -> find("#section-" + key + "-problem", Label.class));
    }

    private <T> T find(String selector, Class<T> type) {
        return type.cast(inspector.lookup(selector));
    }
}
