package dev.blastradius.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.io.ModelReader;
import dev.blastradius.ui.Fx;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a distribution is shown with its median and its 99th percentile, also while it is typed. */
class DensityViewTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}, "outputTokens": 200},
                "bot": {"kind": "service", "latency": {"type": "lognormal", "median": "800ms", "p99": "3.2s"}},
                "opus": {"kind": "model", "latency": {"type": "llm", "timeToFirstToken": "1s", "tokensPerSecond": 50}} },
              "dependencies": { "users->bot": {}, "bot->opus": {} } }""";

    private final Editor editor = new Editor(ModelReader.read(MODEL, null).model(), null);
    private Inspector inspector;

    @BeforeEach
    void open() {
        Fx.start();
        Fx.run(() -> {
            inspector = new Inspector();
            new Scene(inspector, 330, 2_000);
            inspector.open(editor);
        });
        select("bot");
    }

    @Test
    void aLatencyShowsItsMedianAndItsP99() {
        assertTrue(picture("latency").isVisible());
        assertEquals("median 800 ms · p99 3.2 s", words("latency"));
    }

    @Test
    void thePictureFollowsWhatIsTypedBeforeItIsEntered() {
        Fx.run(() -> ((TextField) inspector.lookup("#field-latency-p99")).setText("4 s"));
        assertEquals("median 800 ms · p99 4 s", words("latency"));
        assertFalse(editor.isModified());
        Fx.run(() -> ((TextField) inspector.lookup("#field-latency-p99")).setText("5 parsecs"));
        assertFalse(picture("latency").isVisible());
        Fx.run(() -> ((TextField) inspector.lookup("#field-latency-p99")).setText("3.2 s"));
        assertTrue(picture("latency").isVisible());
    }

    @Test
    void anAnswersTimeIsToldForTheTokensOfItsRequests() {
        select("opus");
        assertEquals("about always 5 s (output tokens: median 200)", words("latency"));
        assertEquals("always 1 s", words("latency-timeToFirstToken"));
        assertEquals("always 50", words("latency-tokensPerSecond"));
    }

    private void select(String id) {
        Fx.run(() -> {
            editor.select(Selection.component(id));
            inspector.applyCss();
            inspector.layout();
        });
    }

    private Node picture(String path) {
        return Fx.get(() -> inspector.lookup("#density-" + path));
    }

    private String words(String path) {
        return Fx.get(() -> ((Label) inspector.lookup("#density-" + path + "-words")).getText());
    }
}
