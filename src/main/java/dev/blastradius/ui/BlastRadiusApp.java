package dev.blastradius.ui;

import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.ui.results.RunController;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The desktop program: opens the window, with the model file that was given, or with the gallery. */
public final class BlastRadiusApp extends Application {

    /** Those that are open; read by the thread that ends the program. */
    private final Set<MainWindow> windows = ConcurrentHashMap.newKeySet();

    /**
     * Opens the window and returns when it was closed.
     *
     * @param args nothing, or one model file
     */
    public static void open(String[] args) {
        launch(BlastRadiusApp.class, args);
    }

    @Override
    public void start(Stage stage) {
        // Whoever logs out or ends the program from outside gets no question, and finds the work again at the next
        // start.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> windows.forEach(MainWindow::keepNow), "last"));
        MainWindow window = open(stage);
        List<String> files = getParameters().getRaw();
        if (!files.isEmpty()) {
            window.open(Path.of(files.get(0)));
        }
    }

    private MainWindow open(Stage stage) {
        RunController controller = new RunController(UnreadRecordings::problems, Runner::run);
        MainWindow window = new MainWindow(
                stage,
                new SystemDialogs(
                        stage,
                        place -> getHostServices().showDocument(place.toUri().toString())),
                new StoredSettings(),
                controller);
        window.onNewWindow(() -> open(new Stage()));
        windows.add(window);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> windows.remove(window));
        window.show();
        return window;
    }
}
