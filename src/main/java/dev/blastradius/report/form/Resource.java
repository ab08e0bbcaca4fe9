package dev.blastradius.report.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the program brings to make reports with. */
final class Resource {

    private static final String FOLDER = "/dev/blastradius/report/";

    private Resource() {}

    /** A style sheet. */
    static String style(String name) {
        return new String(bytes("form/" + name), StandardCharsets.UTF_8);
    }

    /** A font. */
    static byte[] font(String name) {
        return bytes("font/" + name);
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Resource.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException("the program has no " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
