package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were made to hurt, or were damaged: one clear problem each, found by a limit and not by running out of memory. */
class HostileFilesTest {

    private static final String GOOD = "{\"format\":\"blastradius/1\",\"components\":{\"web\":{\"kind\":\"client\","
            + "\"label\":\"café\",\"traffic\":{\"requestsPerSecond\":1}},\"api\":{\"kind\":\"service\"}},"
            + "\"dependencies\":{\"web->api\":{}}}";

    @TempDir
    Path folder;

    private static void isOneProblem(String what, ModelReader.Reading reading) {
        assertNull(reading.model());
        assertEquals(1, reading.problems().size(), () -> reading.problems().toString());
        String found = reading.problems().get(0).toString();
        assertTrue(found.contains(what), found);
        assertTrue(found.length() < 600, "the message is as huge as the file");
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("model.blast.json"), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"format\":[{\"x\":"})
    void tenMegabytesOfNestingEndAtTheDepthLimit(String level) {
        isOneProblem("nested too deeply", ModelReader.read(level.repeat(10_000_000 / level.length()), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[],", "{},", "0,", "\"\","})
    void millionsOfValuesEndAtTheirLimit(String value) {
        isOneProblem("too many values", ModelReader.read("[" + value.repeat(JsonText.MOST_VALUES) + "0]", null));
    }

    @Test
    void hundredsOfThousandsOfUnknownKeysAreCountedAndAThousandShown() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 900_000; i++) {
            json.append("\"k").append(i).append("\":0,");
        }
        ModelReader.Reading reading = ModelReader.read(json + "\"format\":\"blastradius/1\"}", null);
        assertNull(reading.model());
        assertEquals(Problems.MOST + 1, reading.problems().size());
        assertTrue(reading.problems().get(Problems.MOST).what().contains("899001 more problems"));
    }

    @Test
    void aNumberOfTenThousandDigitsIsRefused() {
        isOneProblem("digits", ModelReader.read("{\"a\":" + "9".repeat(10_000) + "}", null));
    }

    @Test
    void aHugeKeyIsRefused() {
        isOneProblem("a key of more than", ModelReader.read("{\"" + "k".repeat(5_000_000) + "\":1}", null));
    }

    @Test
    void aHugeTextIsReportedAtItsPlace() {
        ModelReader.Reading reading = ModelReader.read(GOOD.replace("café", "x".repeat(10_000_000)), null);
        isOneProblem("$.components.web.label (line 1, column", reading);
        isOneProblem("too long", reading);
    }

    @Test
    void aTextOverTheLimitIsNotParsedAtAll() {
        isOneProblem("too large", ModelReader.read(" ".repeat(JsonText.MOST_CHARACTERS + 1), null));
    }

    @Test
    void aFileOverTheLimitIsNotParsedAtAll() throws IOException {
        isOneProblem("too large; expected at most 32 MB", ModelReader.read(file(new byte[(32 << 20) + 1])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32BE", "UTF-32LE"})
    void aWideEncodingIsNamed(String encoding) throws IOException {
        isOneProblem("encoded in UTF-", ModelReader.read(file(GOOD.getBytes(Charset.forName(encoding)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
    void anOlderEncodingIsRecognisedAtItsFirstForeignByte(String encoding) throws IOException {
        String text = GOOD.replace("\"components\"", "\n\"components\"");
        ModelReader.Reading reading = ModelReader.read(file(text.getBytes(Charset.forName(encoding))));
        isOneProblem("(line 2, column 50): the text is not UTF-8: the byte 0xE9", reading);
    }

    @Test
    void aCutCharacterAtTheEndIsNotUtf8() throws IOException {
        isOneProblem("not UTF-8", ModelReader.read(file(new byte[] {'{', '}', (byte) 0xC3})));
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertNotNull(ModelReader.read(file(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)))
                .model());
        assertNotNull(ModelReader.read("\uFEFF" + GOOD, null).model());
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":\u0000}', NUL", "'{\"a\":\"\u0000\"}', NUL", "'\u0000{}', NUL"})
    void aNulIsRefused(String json, String what) {
        isOneProblem(what, ModelReader.read(json, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "// nothing but a comment"})
    void anEmptyFileIsCalledThat(String text) {
        isOneProblem("the file is empty", ModelReader.read(text, null));
    }

    @Test
    void aCommentWithoutAnEndIsNoJson() {
        isOneProblem("$", ModelReader.read(GOOD + "/* for ever", null));
    }

    @Test
    void commentsOfBothKindsAreAccepted() {
        assertNotNull(
                ModelReader.read("// one\n/* two */" + GOOD + "// three", null).model());
    }

    @Test
    void aFolderIsNoModel() {
        isOneProblem("this is a folder", ModelReader.read(folder));
    }

    @Test
    void aFileThatIsNotThereIsAProblemAndNoException() {
        isOneProblem("there is no such file", ModelReader.read(folder.resolve("nothing.blast.json")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeviceThatNeverEndsIsNotRead() {
        isOneProblem("not a regular file", ModelReader.read(Path.of("/dev/zero")));
    }

    @Test
    void aHundredThousandEmptyStrategiesAreRefusedByTheirCount() {
        StringBuilder strategies = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            strategies.append(i == 0 ? "" : ",").append("\"s").append(i).append("\":{}");
        }
        String json = GOOD.substring(0, GOOD.length() - 1) + ",\"strategies\":{" + strategies + "}}";
        isOneProblem("too many entries", ModelReader.read(json, null));
    }

    @Test
    void aLongChainOfCallsIsWalkedWithoutRunningOutOfStack() {
        StringBuilder components =
                new StringBuilder("\"c0\":{\"kind\":\"client\",\"traffic\":{\"requestsPerSecond\":1}}");
        StringBuilder dependencies = new StringBuilder();
        int length = 9_999;
        for (int i = 1; i <= length; i++) {
            components.append(",\"c").append(i).append("\":{\"kind\":\"service\"}");
            dependencies.append("\"c").append(i - 1).append("->c").append(i).append("\":{},");
        }
        String json = "{\"format\":\"blastradius/1\",\"components\":{" + components + "},\"dependencies\":{"
                + dependencies + "\"c" + length + "->c1\":{}}}";
        List<Problem> problems = ModelReader.read(json, null).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).mend().contains("c1 -> c2"), problems::toString);
        assertTrue(problems.get(0).mend().length() < 300, problems::toString);
    }
}
