package dev.blastradius.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.StringReader;

/** The JSON that the program reads: RFC 8259 with comments, to the end of the line or in slashes and stars. */
final class JsonText {

    /** So many characters and no more in a file. */
    static final int MOST_CHARACTERS = 32 << 20;

    /** So many levels of objects and lists and no more; the format itself needs about a dozen. */
    static final int DEEPEST = 64;

    /** So many values and no more, so that the trees of a hostile file fit into the memory. */
    static final int MOST_VALUES = 1_000_000;

    /** So many digits of one number and no more. */
    static final int LONGEST_NUMBER = 1_000;

    /** So many characters of one key and no more. */
    static final int LONGEST_KEY = 10_000;

    /**
     * Neither a table of known keys nor interned ones: such tables are what a hostile file with keys of equal hashes
     * aims at.
     */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(2 * DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_KEY)
                    .maxStringLength(MOST_CHARACTERS)
                    .build())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonText() {}

    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(new StringReader(text));
    }
}
