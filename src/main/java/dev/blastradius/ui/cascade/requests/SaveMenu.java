package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.io.DiskTrouble;
import dev.blastradius.io.trace.TraceFiles;
import dev.blastradius.io.trace.TraceSource;
import dev.blastradius.ui.look.Icons;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.concurrent.Task;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Saves traces for tracing tools: those that are listed, or the chosen one. */
final class SaveMenu extends MenuButton {

    private static String words(Throwable wrong, Path file) {
        return wrong instanceof IOException disk ? DiskTrouble.words(disk, file) : wrong.toString();
    }

    private static final String JSON = ".json";

    private final Supplier<@Nullable Playback> playback;
    private final Consumer<String> tell;
    private Function<String, @Nullable Path> ask = this::askForFile;

    /**
     * @param playback what they are of; null: nothing
     * @param listed those that are listed
     * @param chosen the chosen one; null: none is
     * @param tell hears in a sentence what became of it
     */
    SaveMenu(
            Supplier<@Nullable Playback> playback,
            Supplier<List<ListedRequest>> listed,
            Supplier<@Nullable ListedRequest> chosen,
            Consumer<String> tell) {
        this.playback = playback;
        this.tell = tell;
        setId("requests-save");
        getStyleClass().add("requests-save");
        setText("Save");
        setGraphic(Icons.node(Feather.SAVE));
        Icons.describe(
                this, "Save traces as OTLP/JSON (OpenTelemetry) or as JSON that the user interface of Jaeger opens");
        MenuItem all = new MenuItem("Listed requests…");
        all.setId("requests-save-listed");
        all.setOnAction(event -> save(listed.get(), "requests"));
        MenuItem one = new MenuItem("This request…");
        one.setId("requests-save-one");
        one.setOnAction(event -> {
            ListedRequest request = chosen.get();
            if (request != null) {
                save(List.of(request), "request-" + request.trace().number());
            }
        });
        getItems().setAll(all, one);
        setOnShowing(event -> {
            one.setDisable(chosen.get() == null);
            all.setDisable(listed.get().isEmpty());
            all.setText("Listed requests (" + Figures.count(listed.get().size()) + ")…");
        });
    }

    /** Asks for files in another way: by a suggested name; null: nowhere. */
    void askBy(Function<String, @Nullable Path> other) {
        ask = other;
    }

    private void save(List<ListedRequest> requests, String name) {
        Playback of = playback.get();
        Path file = of == null ? null : ask.apply(name + TraceFiles.OTLP_ENDING);
        if (of == null || file == null) {
            return;
        }
        List<RequestTrace> traces = requests.stream().map(ListedRequest::trace).toList();
        TraceSource source = source(of);
        Task<Void> task = new Task<>() {
            @Override
            protected @Nullable Void call() throws Exception {
                TraceFiles.write(traces, source, file);
                return null;
            }
        };
        String what = Figures.count(traces.size()) + (traces.size() == 1 ? " request" : " requests");
        task.setOnSucceeded(event -> tell.accept("Saved " + what + " to " + file.getFileName()));
        task.setOnFailed(event -> tell.accept("Not saved: " + words(task.getException(), file)));
        tell.accept("Saving " + what + "…");
        Thread thread = new Thread(task, "save traces");
        thread.setDaemon(true);
        thread.start();
    }

    private static TraceSource source(Playback of) {
        RunSpec spec = of.spec();
        return new TraceSource(
                spec.pipeline().title(),
                Objects.requireNonNullElse(spec.scenarioId(), ""),
                spec.strategyId(),
                of.settings().seed(),
                of.replication());
    }

    private @Nullable Path askForFile(String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save traces");
        chooser.setInitialFileName(suggested);
        FileChooser.ExtensionFilter otlp =
                new FileChooser.ExtensionFilter("OTLP/JSON (OpenTelemetry)", "*" + TraceFiles.OTLP_ENDING);
        FileChooser.ExtensionFilter jaeger = new FileChooser.ExtensionFilter("Jaeger JSON", "*" + JSON);
        chooser.getExtensionFilters().setAll(otlp, jaeger);
        File file = chooser.showSaveDialog(getScene().getWindow());
        return file == null ? null : named(file.toPath(), chooser.getSelectedExtensionFilter() == jaeger);
    }

    /** The file with the ending of its form: as it was typed where that has one, else as the form that was chosen has it. */
    static Path named(Path file, boolean isJaeger) {
        String name = String.valueOf(file.getFileName());
        boolean isOtlp = name.endsWith(TraceFiles.OTLP_ENDING);
        if (isJaeger && isOtlp) {
            return file.resolveSibling(name.substring(0, name.length() - TraceFiles.OTLP_ENDING.length()) + JSON);
        }
        return isOtlp || name.endsWith(JSON)
                ? file
                : file.resolveSibling(name + (isJaeger ? JSON : TraceFiles.OTLP_ENDING));
    }
}
