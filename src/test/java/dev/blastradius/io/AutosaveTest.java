package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.testing.RandomModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unsaved work as a file: read back as it was written, and otherwise not trusted. */
class AutosaveTest {

    private static final Session SESSION = new Session(1, Instant.parse("1999-12-31T23:59:59Z"), 3);

    @TempDir
    Path folder;

    private Autosave autosave(long seed) {
        Fingerprint base =
                new Fingerprint(5, Instant.parse("2026-01-05T14:02:00.123456789Z"), Fingerprint.sha256("old"));
        return new Autosave(
                SESSION,
                folder.resolve("a \"model\"\nof mine.blast.json"),
                base,
                Instant.parse("2026-01-05T14:02:03.004Z"),
                ModelWriter.write(RandomModels.pipeline(seed)));
    }

    private Path written(Autosave autosave) throws IOException {
        Path place = folder.resolve("kept" + Autosave.ENDING);
        autosave.write(place);
        return place;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatWasKeptReadsBack(long seed) throws IOException {
        Autosave autosave = autosave(seed);
        Autosave read = Autosave.read(written(autosave)).autosave();
        assertEquals(autosave, read);
        assertEquals(RandomModels.pipeline(seed), read.model(null).model().pipeline());
    }

    @Test
    void aModelWithoutAFileHasNeitherFileNorBase() throws IOException {
        Autosave autosave = new Autosave(SESSION, null, null, Instant.EPOCH, "{}\n");
        Autosave read = Autosave.read(written(autosave)).autosave();
        assertEquals(autosave, read);
        assertNull(read.file());
        assertNull(read.base());
    }

    @Test
    void whatWasKeptOpensLikeAnyModelFile() throws IOException {
        Path place = written(autosave(1));
        assertEquals(RandomModels.pipeline(1), ModelReader.read(place).model().pipeline());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void aFileWithOneByteChangedIsRefusedInWordsOrStillTheSameModel(long seed) throws IOException {
        Random random = new Random(seed);
        Autosave autosave = autosave(1);
        Path place = written(autosave);
        byte[] bytes = Files.readAllBytes(place);
        for (int i = 0; i < 50; i++) {
            byte[] broken = bytes.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(place, broken);
            Autosave.Reading reading = Autosave.read(place);
            assertTrue(
                    reading.autosave() == null
                            ? !reading.problem().isEmpty()
                            : reading.autosave().text().equals(autosave.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.05, 0.3, 0.7, 0.999})
    void aFileThatEndsTooEarlyIsRefusedInWords(double share) throws IOException {
        Path place = written(autosave(1));
        byte[] bytes = Files.readAllBytes(place);
        Files.write(place, java.util.Arrays.copyOf(bytes, (int) (share * bytes.length)));
        Autosave.Reading reading = Autosave.read(place);
        assertNull(reading.autosave());
        assertFalse(reading.problem().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"process\": \"one\"}",
                "{\"process\": 1e400}",
                "{\"process\": 1, \"started\": \"+999999999-12-31T23:59:59Z\"}",
                "{\"process\": 1, \"started\": \"never\"}",
                "{\"process\": 1, \"started\": \"1999-12-31T23:59:59Z\", \"file\": \"\\u0000\"}",
                "{\"process\": 1, \"started\": \"1999-12-31T23:59:59Z\", \"base\": {\"size\": \"large\"}}",
                "{\"process\": 1, \"process\": 2}"
            })
    void aHeadThatSaysSomethingElseIsRefusedInWords(String head) throws IOException {
        String first =
                Files.readString(written(autosave(1))).lines().findFirst().orElseThrow();
        String hashed = head.equals("[]") || head.equals("{}")
                ? head
                : head.substring(0, head.length() - 1) + ", \"sha256\": \"" + Fingerprint.sha256("x") + "\"}";
        Path place = Files.writeString(folder.resolve("hostile"), first + "\n// " + hashed + "\nx");
        Autosave.Reading reading = Autosave.read(place);
        assertNull(reading.autosave());
        assertFalse(reading.problem().isEmpty());
    }

    @Test
    void whatIsNoFileIsRefusedInWords() {
        assertEquals("this is a folder", Autosave.read(folder).problem());
        assertEquals(
                "there is no such file",
                Autosave.read(folder.resolve("nowhere")).problem());
    }

    @Test
    void theNamesOfVeryLongFilesAreCutAndStayApart() {
        String one = Autosave.name("x".repeat(240) + "1.json", SESSION);
        String other = Autosave.name("x".repeat(240) + "2.json", SESSION);
        assertTrue(one.getBytes(StandardCharsets.UTF_8).length < 120, one);
        assertFalse(one.equals(other));
        assertNotNull(Path.of(Autosave.name("🙂".repeat(60), SESSION)));
    }

    @Test
    void thisRunOfTheProgramIsAliveAndOneOfThePastIsNot() {
        assertTrue(Session.begin().isAlive());
        assertFalse(SESSION.isAlive());
    }
}
