package dev.blastradius.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

    @Test
    void withoutADisplayOnLinuxSomethingIsMissing() {
        assertTrue(Display.missing("Linux", Map.of(), any -> true).contains("DISPLAY"));
        assertEquals("", Display.missing("Linux", DISPLAY, any -> true));
        assertEquals("", Display.missing("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), any -> true));
    }

    @Test
    void aMissingLibraryIsNamedWithHowToGetIt() {
        String missing = Display.missing("Linux", DISPLAY, name -> !name.contains("gtk"));
        assertTrue(missing.contains("libgtk-3.so.0"), missing);
        assertTrue(missing.contains("apt-get install libgtk-3-0"), missing);
    }

    @Test
    void otherSystemsBringTheirOwnWindows() {
        assertEquals("", Display.missing("Windows 11", Map.of(), any -> false));
        assertEquals("", Display.missing("Mac OS X", Map.of(), any -> false));
    }

    @Test
    void theWindowOpensWithoutArgumentsAndForAModelFileAlone(@TempDir Path folder) throws IOException {
        Path model = folder.resolve("a.blast.json");
        assertTrue(Main.isForWindow(new String[0]));
        assertFalse(Main.isForWindow(new String[] {model.toString()}));
        Files.writeString(model, "{}");
        assertTrue(Main.isForWindow(new String[] {model.toString()}));
        assertFalse(Main.isForWindow(new String[] {"validate", model.toString()}));
        assertFalse(Main.isForWindow(new String[] {"--help"}));
    }
}
