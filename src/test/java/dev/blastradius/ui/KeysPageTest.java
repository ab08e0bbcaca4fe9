package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.ui.command.Category;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Gesture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of keys says what the commands and the gestures say. */
class KeysPageTest {

    private static final Path PAGE = Path.of("docs/keys.md");
    private static final String UPDATE = "update.keys";

    @Test
    void thePageOfKeysIsWhatTheCommandsSay() throws IOException {
        String page;
        try (WindowDriver driver = new WindowDriver()) {
            page = page(Fx.get(() -> driver.window.commands().fixed()));
        }
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }

        assertEquals(
                page,
                Files.readString(PAGE, StandardCharsets.UTF_8),
                "to bring it up to date: ./mvnw test -Dtest=KeysPageTest -D" + UPDATE + "=true");
    }

    private static String page(List<Command> commands) {
        List<String> lines = new ArrayList<>(List.of(
                "# Keys and gestures",
                "",
                "What the window understands. It shows this list itself at F1, and finds every action by a few letters of it",
                "at Ctrl+K. On a Mac, Ctrl is Command. This page is generated from the program."));
        for (Category category : Category.values()) {
            List<Command> those = commands.stream()
                    .filter(command ->
                            command.category() == category && !command.keys().isEmpty())
                    .toList();
            if (!those.isEmpty()) {
                head(lines, category.title(), "what it does", "keys");
                those.forEach(command -> row(lines, command.fullTitle(), keys(command)));
            }
        }
        Map<String, List<Gesture>> places = new LinkedHashMap<>();
        Gestures.ALL.forEach(gesture -> places.computeIfAbsent(gesture.where(), any -> new ArrayList<>())
                .add(gesture));
        places.forEach((where, gestures) -> {
            head(lines, where, "what you do", "what comes of it");
            gestures.forEach(gesture -> row(lines, gesture.how(), gesture.does()));
        });
        return String.join("\n", lines) + "\n";
    }

    private static String keys(Command command) {
        return command.keyTexts().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
    }

    private static void head(List<String> lines, String title, String left, String right) {
        lines.addAll(List.of("", "## " + title, "", "| " + left + " | " + right + " |", "| --- | --- |"));
    }

    private static void row(List<String> lines, String left, String right) {
        lines.add("| " + left + " | " + right + " |");
    }
}
