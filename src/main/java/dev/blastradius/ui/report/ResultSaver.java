package dev.blastradius.ui.report;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.io.DiskTrouble;
import dev.blastradius.io.ResultTables;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.report.Reports;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Origin;
import dev.blastradius.report.form.ReportFile;
import dev.blastradius.ui.study.Found;
import dev.blastradius.ui.study.StudyController;
import dev.blastradius.ui.study.StudyController.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Saves what was found, in the background: as a report, as JSON, as tables. Reports look at single runs once more, which takes as long as these do;
 * meanwhile the window can be used, and the work be cancelled. All methods are called on the screen's thread.
 */
public final class ResultSaver {

    /** What becomes of it is told to the window around. */
    public interface Teller {

        /**
         * Something was saved.
         *
         * @param what it is, as the beginning of a sentence: {@code "Report"}
         * @param place the file, or the folder
         */
        void saved(String what, Path place);

        /** Something could not be written. */
        void notSaved(String title, String words);

        /** Something was not made, for the machine has not what it takes. */
        void refused(String title, List<Problem> problems);

        /** The program itself is at fault. */
        void failed(String title, Throwable fault, long seed);
    }

    /** What can be saved. */
    public enum Form {
        /** A report to hand on: a web page, a PDF, or Markdown. */
        REPORT("Report", true),
        /** The numbers for another program. */
        JSON("Data", false),
        /** The numbers for a spreadsheet, in a folder. */
        TABLES("Tables", false);

        private final String title;
        private final boolean closely;

        Form(String title, boolean closely) {
            this.title = title;
            this.closely = closely;
        }

        /** What it is called. */
        public String title() {
            return title;
        }
    }

    /** So much of the work is done when all runs were looked at; writing is the rest. */
    private static final double LOOKED = 0.9;

    private final StudyController controller;
    private final Teller teller;

    /** Does its work with a window's controller, one piece at a time. */
    public ResultSaver(StudyController controller, Teller teller) {
        this.controller = controller;
        this.teller = teller;
    }

    /**
     * A name to suggest for a file or a folder.
     *
     * @param model the model's file; null: it was never saved
     */
    public static String suggestion(Found found, Form form, @Nullable Path model) {
        String stem = Origins.suggestion(found, model);
        return switch (form) {
            case REPORT -> stem + "." + ReportFile.FORMS.get(0).extension();
            case JSON -> stem + ".json";
            case TABLES -> stem + "-csv";
        };
    }

    /**
     * Begins to save a result; does nothing where other work is going on.
     *
     * @param place the file, or the folder for tables
     * @param model the model's file; null: it was never saved
     */
    public void save(Found found, Form form, Path place, @Nullable Path model) {
        if (model != null && isSame(place, model)) {
            teller.notSaved(title(form), "That is the model's own file. Choose another name.");
            return;
        }
        controller.start(form.title(), new Saving(found, form, place, model));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private static String title(Form form) {
        return switch (form) {
            case REPORT -> "The report was not saved";
            case JSON, TABLES -> "The data were not saved";
        };
    }

    /** How it ended; {@code trouble} is what kept it from being written, null where nothing did. */
    private record Ended(@Nullable IOException trouble) {}

    /** One result being saved. */
    private final class Saving implements Work<Ended> {

        private final Found found;
        private final Form form;
        private final Path place;
        private final @Nullable Path model;

        Saving(Found found, Form form, Path place, @Nullable Path model) {
            this.found = found;
            this.form = form;
            this.place = place;
            this.model = model;
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public @Nullable Ended make(RunProgress progress) {
            RunProgress looking = new RunProgress() {
                @Override
                public void report(double done) {
                    progress.report(LOOKED * done);
                }

                @Override
                public boolean isCancelled() {
                    return progress.isCancelled();
                }
            };
            Origin origin = Origins.of(found, model);
            Finding finding = found.finding(origin, form.closely, looking);
            if (finding == null) {
                return null;
            }
            try {
                return write(finding, progress) ? new Ended(null) : null;
            } catch (IOException e) {
                return new Ended(e);
            }
        }

        /** Whether it was written: not where it was cancelled before. */
        private boolean write(Finding finding, RunProgress progress) throws IOException {
            switch (form) {
                case REPORT -> {
                    Document document = Reports.of(finding);
                    if (progress.isCancelled()) {
                        return false;
                    }
                    progress.report(LOOKED);
                    ReportFile.write(document, place);
                }
                case JSON -> Numbers.json(finding, place);
                case TABLES -> Numbers.tables(finding, place);
            }
            return true;
        }

        @Override
        public void done(@Nullable Ended ended) {
            if (ended == null) {
                return;
            }
            IOException trouble = ended.trouble();
            if (trouble == null) {
                teller.saved(form.title(), place);
            } else {
                Path file = form == Form.TABLES ? place.resolve(ResultTables.RUNS) : place;
                teller.notSaved(title(form), DiskTrouble.words(trouble, file));
            }
        }

        @Override
        public void refused(List<Problem> problems) {
            teller.refused(title(form), problems);
        }

        @Override
        public void failed(Throwable fault) {
            teller.failed(title(form), fault, found.settings().seed());
        }
    }
}
