package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window in which nothing happens does nothing: a layout that asks for another one takes a processor for itself. */
class RestTest {

    private static final int PULSES = 20;

    @Test
    void theStartPageComesToRest() {
        try (WindowDriver driver = new WindowDriver()) {
            Fx.waitUntil("the examples are shown", () -> driver.find(".start-card") != null);
            assertRests(driver);
        }
    }

    @Test
    void anOpenModelComesToRestWhateverIsSelected(@TempDir Path folder) {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            assertRests(driver);
            driver.click("#box-opus");
            assertRests(driver);
        }
    }

    /** After a while to settle in, no pulse finds anything to lay out: nothing waits before its layout that does not wait after it. */
    private static void assertRests(WindowDriver driver) {
        for (int i = 0; i < PULSES; i++) {
            Fx.pulse();
        }
        Set<Parent> restless = new LinkedHashSet<>();
        Set<Parent> waiting = new LinkedHashSet<>();
        Runnable before = () -> {
            waiting.clear();
            collect(driver.scene().getRoot(), waiting);
        };
        Runnable after = () -> {
            Set<Parent> stillWaiting = new LinkedHashSet<>();
            collect(driver.scene().getRoot(), stillWaiting);
            waiting.removeAll(stillWaiting);
            restless.addAll(waiting);
        };
        Fx.run(() -> {
            driver.scene().addPreLayoutPulseListener(before);
            driver.scene().addPostLayoutPulseListener(after);
        });
        for (int i = 0; i < PULSES; i++) {
            Fx.pulse();
        }
        Fx.run(() -> {
            driver.scene().removePreLayoutPulseListener(before);
            driver.scene().removePostLayoutPulseListener(after);
        });
        assertEquals(Set.of(), restless);
    }

    private static void collect(Node node, Set<Parent> waiting) {
        if (node instanceof Parent parent) {
            if (parent.isNeedsLayout()) {
                waiting.add(parent);
            }
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, waiting));
        }
    }
}
