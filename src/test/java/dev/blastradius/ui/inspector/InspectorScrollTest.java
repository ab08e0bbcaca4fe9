package dev.blastradius.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.io.ModelReader;
import dev.blastradius.ui.Fx;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That what a user is at in the inspector stays under the pointer while fields come and go. */
class InspectorScrollTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service"},
                "opus": {"kind": "model", "latency": "1s"} },
              "dependencies": { "users->bot": {}, "bot->opus": {"timeout": "3s", "retry": {}} } }""";

    /** Half of a switch: a section that is on is headed by a button to fold it, which is higher; the pointer stays over the switch. */
    private static final double ROUGHLY = 9;

    private final Editor editor = new Editor(ModelReader.read(MODEL, null).model(), null);
    private Inspector inspector;
    private Stage stage;

    @BeforeEach
    void openTheArrow() {
        Fx.start();
        Fx.run(() -> {
            inspector = new Inspector();
            stage = new Stage();
            stage.setScene(new Scene(inspector, 330, 400));
            stage.show();
            inspector.open(editor);
            editor.select(Selection.dependency("bot->opus"));
        });
        Fx.pulse();
    }

    @AfterEach
    void closeTheWindow() {
        Fx.run(stage::close);
    }

    @Test
    void aPolicySwitchedOnFarDownKeepsItsSwitchWhereItIs() {
        Fx.run(() -> {
            ((javafx.scene.control.ScrollPane) inspector.lookup("#inspector-scroll")).setVvalue(0.8);
            theSwitch().requestFocus();
        });
        Fx.pulse();
        double before = Fx.get(() -> height(theSwitch()));
        assertTrue(before > 0 && before < 400, "the switch is in sight at " + before);
        Fx.run(() -> theSwitch().setSelected(true));
        Fx.pulse();
        assertEquals(before, Fx.get(() -> height(theSwitch())), ROUGHLY);
        Fx.run(() -> theSwitch().setSelected(false));
        Fx.pulse();
        assertEquals(before, Fx.get(() -> height(theSwitch())), ROUGHLY);
    }

    @Test
    void otherPublishedValuesLeaveTheKeyboardAndTheMenuWhereTheyAre() {
        Fx.run(() -> theSwitch().setSelected(true));
        Fx.pulse();
        Fx.run(() -> {
            ((javafx.scene.control.ScrollPane) inspector.lookup("#inspector-scroll")).setVvalue(0.7);
            offers().requestFocus();
        });
        Fx.pulse();
        double before = Fx.get(() -> height(offers()));
        Fx.run(() -> offers().getItems().get(1).fire());
        Fx.pulse();
        assertEquals("Polly v8", Fx.get(() -> offers().getText()));
        assertEquals(before, Fx.get(() -> height(offers())), ROUGHLY);
        assertEquals(Fx.get(this::offers), Fx.get(() -> inspector.getScene().getFocusOwner()));
    }

    private MenuButton offers() {
        return (MenuButton) inspector.lookup("#offers-circuitBreaker");
    }

    private CheckBox theSwitch() {
        return (CheckBox) inspector.lookup("#given-circuitBreaker");
    }

    /** How far below the inspector's upper edge a control is, in pixels. */
    private static double height(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }
}
