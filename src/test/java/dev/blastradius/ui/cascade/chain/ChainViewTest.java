package dev.blastradius.ui.cascade.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import dev.blastradius.engine.HandMadeChronicle;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Cascade.Origin;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChainViewTest {

    private static final Pipeline PIPELINE =
            Examples.load("rag-support-two-providers").pipeline();
    private static final Cascade CASCADE = new Cascade(
            List.of(
                    new Onset(1, 600, "sonnet", Limit.FAULT, "40 % error rate", 2_100),
                    new Onset(2, 690, "visitors", Limit.OBJECTIVE, "goodput 61 %", Double.NaN)),
            List.of(new Origin("sonnet", "error", "visitors", 1_234)));

    private CascadeState state;
    private ChainView view;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.start();
        Fx.run(() -> {
            state = new CascadeState();
            view = new ChainView(state);
            Scene scene = new Scene(view, 360, 300);
            scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private void show(Cascade cascade) {
        Fx.run(() -> {
            state.cascade().set(cascade);
            state.playback()
                    .set(new Playback(
                            new RunSpec(PIPELINE, null, "as-drawn", List.of(), Map.of()),
                            new RunSettings(Duration.of("45m"), Duration.of("1m"), 1, 42, 0.95, 1),
                            0,
                            new HandMadeChronicle(PIPELINE, 1, 2_700).chronicle(),
                            Traces.NONE,
                            List.of()));
            view.applyCss();
            view.layout();
        });
    }

    private List<Node> rows() {
        return List.copyOf(view.getContent().lookupAll(".chain-link"));
    }

    private String words() {
        return view.getContent().lookupAll(".label").stream()
                .map(each -> ((Labeled) each).getText())
                .collect(Collectors.joining("|"));
    }

    private void press(Node node, KeyCode code) {
        Fx.run(() -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    @Test
    void itSaysWhyThereIsNothing() {
        assertTrue(Fx.get(this::words).contains("when a replication has been recorded"));
        show(Cascade.NONE);
        assertTrue(Fx.get(this::words).startsWith("Nothing crossed its limits"));
    }

    @Test
    void enterOnALinkGoesToItsMomentAndItsPlaceAndTheArrowsGoOn() {
        show(CASCADE);
        List<Node> rows = Fx.get(this::rows);
        assertEquals(2, rows.size());
        Fx.run(rows.get(0)::requestFocus);
        press(rows.get(0), KeyCode.DOWN);
        assertTrue(Fx.get(rows.get(1)::isFocused));
        press(rows.get(1), KeyCode.ENTER);
        assertEquals(690, Fx.get(() -> state.cursor().get()));
        assertEquals("visitors", Fx.get(() -> state.focus().get()));
    }

    @Test
    void whatHasHappenedByTheMomentIsMarked() {
        show(CASCADE);
        Fx.run(() -> state.cursor().set(650));
        PseudoClass passed = PseudoClass.getPseudoClass("passed");
        assertEquals(
                List.of(true, false),
                Fx.get(() -> rows().stream()
                        .map(each -> each.getPseudoClassStates().contains(passed))
                        .toList()));
    }

    @Test
    void anOriginLeadsToItsPlace() {
        show(CASCADE);
        Fx.run(() -> ((Hyperlink) view.getContent().lookup(".chain-origin")).fire());
        assertEquals("sonnet", Fx.get(() -> state.focus().get()));
        assertTrue(Fx.get(this::words).contains("1,234"));
    }
}
