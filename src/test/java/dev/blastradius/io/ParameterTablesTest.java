package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of parameters says what the descriptors say. */
class ParameterTablesTest {

    private static final Path PAGE = Path.of("docs/parameters.md");
    private static final String UPDATE = "update.parameters";

    @Test
    void theReferenceIsWhatTheDescriptorsSay() throws IOException {
        String page = ParameterTables.page();
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }

        assertEquals(
                page,
                Files.readString(PAGE, StandardCharsets.UTF_8),
                "to bring it up to date: ./mvnw test -Dtest=ParameterTablesTest -D" + UPDATE + "=true");
    }
}
