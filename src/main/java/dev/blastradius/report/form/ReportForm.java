package dev.blastradius.report.form;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a report can be written as; a file's extension says which. */
public enum ReportForm {
    /** One file that needs nothing else, to be read in a browser. */
    HTML("html", "Web page"),
    /** Pages to be printed or sent. */
    PDF("pdf", "PDF"),
    /** Text with its pictures in a folder beside it. */
    MARKDOWN("md", "Markdown with pictures");

    private final String extension;
    private final String label;

    ReportForm(String extension, String label) {
        this.extension = extension;
        this.label = label;
    }

    /** How the names of such files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** What it is called where a user chooses. */
    public String label() {
        return label;
    }

    /** The form that a file's name asks for, in small letters or capitals; null: none does. */
    public static @Nullable ReportForm of(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
        for (ReportForm form : values()) {
            if (name.endsWith("." + form.extension)) {
                return form;
            }
        }
        return null;
    }
}
