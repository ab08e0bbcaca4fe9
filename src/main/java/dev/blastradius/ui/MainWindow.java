package dev.blastradius.ui;

import dev.blastradius.editor.Damage;
import dev.blastradius.editor.Deviations;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.LayeredLayout;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.canvas.GraphCanvas;
import dev.blastradius.ui.canvas.MiniMap;
import dev.blastradius.ui.command.Commands;
import dev.blastradius.ui.inspector.Inspector;
import dev.blastradius.ui.look.Theme;
import dev.blastradius.ui.results.ResultsPane;
import dev.blastradius.ui.results.RunController;
import dev.blastradius.ui.start.StartPage;
import dev.blastradius.ui.strategy.StrategyBar;
import dev.blastradius.ui.study.StudyController;
import dev.blastradius.ui.study.StudyDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The window: it puts its parts together and tells each of what happens in the others. */
public final class MainWindow implements Documents.Listener {

    private static final double NARROWEST = 1000;
    private static final double LOWEST = 650;
    private static final double INSPECTOR_WIDTH = 330;

    /** The drawing's share of the height: most of it until there is something to show below. */
    private static final double WITHOUT_RESULTS = 0.84;

    private static final double WITH_RESULTS = 0.54;

    private final Stage stage;
    private final Dialogs dialogs;
    private final Remembered remembered;
    private final Background background = new Background();
    private final Keeper keeper = new Keeper();
    private final Notices notices = new Notices();
    private final GraphCanvas canvas = new GraphCanvas();
    private final MiniMap map = new MiniMap(canvas);
    private final Inspector inspector = new Inspector();
    private final ResultsPane results = new ResultsPane();
    private final ProblemsPane problems = new ProblemsPane();
    private final StatusBar status = new StatusBar();
    private final BorderPane root = new BorderPane();
    private final StrategyBar strategyBar = new StrategyBar();
    private final StackPane stack = new StackPane();
    private final Documents documents;
    private final RunController controller;
    private final Runs runs;
    private final Tools tools;
    private final ClipActions clips;
    private final Commands commands;
    private final SplitPane workplace;
    private final StudyController studies;
    private final StudyDesk desk;
    private final Outages outages;
    private final SplitPane side = new SplitPane();
    private final PaletteSide palette;
    private final Background pictures = new Background();
    private final StartPage start;
    private final TourGuide guide;
    private final CanvasHints hints;
    private Theme theme;
    private boolean resultsSeen;
    private Runnable openAnother = () -> {};

    /**
     * The window in a stage, which it does not show yet.
     *
     * @param dialogs what it asks people
     * @param remembered what it remembers from one start to the next
     * @param controller makes the runs
     */
    public MainWindow(Stage stage, Dialogs dialogs, Remembered remembered, RunController controller) {
        this.stage = stage;
        this.dialogs = dialogs;
        this.remembered = remembered;
        this.controller = controller;
        LayeredLayout layout = new LayeredLayout();
        documents = new Documents(background, keeper, dialogs, notices, remembered, layout, ModelWriter::save, this);
        theme = remembered.theme();
        runs = new Runs(controller, results, this::showDamage, problems::show, dialogs::tellFault);
        tools = new Tools(canvas, documents::editor);
        workplace = new SplitPane();
        studies = new StudyController(controller.runningProperty());
        outages = new Outages(documents::editor, runs, notices, problems::show, this::showDrawing);
        desk = new StudyDesk(
                workplace,
                StudyPages.all(new Studies(
                        studies, problems::show, dialogs::tellFault, this::refresh, runs.scenarioId(), outages)));
        clips = new ClipActions(canvas, this::seenEditor, layout, problems::show);
        ResultSaving saving = new ResultSaving(documents, runs, desk, studies, dialogs, notices, problems::show);
        commands = CommandLists.all(
                new Workbench(this, documents, canvas, runs, controller, remembered, clips, desk, studies, saving),
                tools);
        start = new StartPage(pictures::run, layout, new FirstSteps(documents, remembered, this::tour));
        background.run(layout::warmUp);
        hints = new CanvasHints(commands);
        results.offer(commands.get("watch-cascade").button());
        saving.offer(results, ResultCommands.IDS.stream().map(commands::get).toList());
        fillWorkplace();
        palette = new PaletteSide(side, canvas, documents::editor, remembered);
        hints.opacityProperty().bind(Bindings.when(palette.placing()).then(0.15).otherwise(1.0));
        guide = new TourGuide(root, documents, runs, controller, remembered);
        build();
        closed();
    }

    private void build() {
        Toolbar toolbar = new Toolbar(runs, new Progress(controller, studies), desk, commands);
        toolbar.visibleProperty().bind(desk.visibleProperty());
        toolbar.managedProperty().bind(desk.visibleProperty());
        root.setTop(new VBox(commands.menuBar(), toolbar, notices));
        stack.getChildren().setAll(desk, start, problems);
        StackPane.setAlignment(problems, Pos.TOP_CENTER);
        StackPane.setMargin(problems, new Insets(24));
        root.setCenter(stack);
        root.setBottom(status);
        desk.hideWhilePresenting(root.getTop(), status);
        root.addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        root.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        Size size = fitting(remembered.windowSize());
        Scene scene = theme.scene(new StackPane(root, guide.layer()), size.width(), size.height());
        stage.setScene(scene);
        stage.getProperties().put(MainWindow.class, this);
        commands.installKeys(scene);
        tools.connect(stack, commands, clips, panes(scene, toolbar));
        stage.setMinWidth(NARROWEST);
        stage.setMinHeight(LOWEST);
        stage.setOnCloseRequest(event -> {
            event.consume();
            requestClose();
        });
        stage.setOnHidden(event -> keeper.stop());
        stage.focusedProperty().addListener((observable, was, is) -> {
            if (is) {
                documents.lookAtFile();
            }
        });
        controller.runningProperty().addListener((observable, was, is) -> {
            // The button that was pressed is disabled now: the keyboard goes to the drawing, not to the next control.
            if (is && !(scene.getFocusOwner() instanceof TextInputControl)) {
                canvas.requestFocus();
            }
            if (is) {
                offerUnfinished("Runs without");
            }
            refresh();
        });
        studies.runningProperty().addListener((observable, was, is) -> refresh());
        studies.toldProperty().addListener((observable, was, is) -> refresh());
        desk.shownProperty().addListener((observable, was, is) -> refresh());
        documents.busy().addListener((observable, was, is) -> root.setCursor(is ? Cursor.WAIT : Cursor.DEFAULT));
        runs.scenarioProperty().addListener((observable, was, is) -> {
            showFaulted();
            refresh();
        });
        showTheme();
    }

    private Panes panes(Scene scene, Toolbar toolbar) {
        return new Panes(
                scene,
                List.of(
                        new Panes.Pane("toolbar", () -> toolbar),
                        new Panes.Pane("palette", () -> scene.lookup("#palette")),
                        new Panes.Pane("canvas", () -> canvas),
                        new Panes.Pane("inspector", () -> inspector),
                        new Panes.Pane("results", () -> results),
                        new Panes.Pane("study", desk::shownNode),
                        new Panes.Pane("start", () -> start),
                        new Panes.Pane("status", () -> status)));
    }

    /** No smaller than the window can be, and else no larger than the screen, which may be another one than last time. */
    private static Size fitting(Size wished) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        return new Size(
                Math.max(NARROWEST, Math.min(wished.width(), screen.getWidth())),
                Math.max(LOWEST, Math.min(wished.height(), screen.getHeight())));
    }

    private void fillWorkplace() {
        HBox zoom = new HBox(
                commands.get("zoom-out").iconButton(),
                zoomLabel(),
                commands.get("zoom-in").iconButton(),
                commands.get("fit").iconButton());
        zoom.getStyleClass().add("canvas-controls");
        zoom.setAlignment(Pos.CENTER);
        zoom.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane drawing = new StackPane(canvas, hints, map, zoom);
        StackPane.setAlignment(map, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(map, new Insets(10, 10, 52, 10));
        tools.stackOver(drawing);
        StackPane.setAlignment(zoom, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(zoom, new Insets(10));
        drawing.setMinSize(300, 150);
        inspector.setPrefWidth(INSPECTOR_WIDTH);
        inspector.setMinWidth(260);
        VBox.setVgrow(drawing, Priority.ALWAYS);
        side.getItems().setAll(new VBox(strategyBar, drawing), inspector);
        SplitPane.setResizableWithParent(inspector, false);
        side.setDividerPositions(0.76);
        workplace.getItems().setAll(side, results);
        workplace.setOrientation(Orientation.VERTICAL);
        workplace.setDividerPositions(WITHOUT_RESULTS);
    }

    private Label zoomLabel() {
        Label label = new Label();
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(canvas.zoom().get() * 100) + " %", canvas.zoom()));
        return label;
    }

    /** Opens a model file. */
    public void open(Path file) {
        documents.open(file);
    }

    /** Shows the window. */
    public void show() {
        stage.show();
        documents.offerUnsaved();
    }

    /** Keeps unsaved work that is not kept yet, on any thread: the program is being ended from outside. */
    public void keepNow() {
        documents.keepNow();
    }

    @Override
    public void opened(Editor editor, Map<String, Rect> places) {
        problems.setVisible(false);
        status.withdraw();
        start.setVisible(false);
        resultsSeen = false;
        workplace.setDividerPositions(WITHOUT_RESULTS);
        desk.open(editor);
        runs.open(editor);
        canvas.open(editor, places);
        strategyBar.open(editor);
        inspector.open(editor);
        boolean[] modified = {editor.isModified()};
        editor.onChange(() -> {
            if (documents.editor() == editor) {
                if (modified[0] && !editor.isModified() && !editor.canRedo()) {
                    offerUnfinished("Saved without");
                }
                modified[0] = editor.isModified();
                runs.modelChanged(editor);
                desk.modelChanged();
                showFaulted();
                showSelected(editor.selection());
                refresh();
            }
        });
        editor.onRefused(found -> problems.show("This cannot be done: the model could not be run any more", found));
        showFaulted();
        refresh();
        canvas.requestFocus();
        guide.opened();
    }

    @Override
    public void closed() {
        guide.closed();
        status.withdraw();
        desk.close();
        start.setVisible(true);
        start.refresh(remembered.toured());
        runs.close();
        canvas.close();
        strategyBar.close();
        inspector.close();
        refresh();
    }

    @Override
    public void refused(String file, List<Problem> found) {
        problems.show(file + " cannot be opened: " + count(found), found);
    }

    @Override
    public void warned(String file, List<Problem> found) {
        status.offer(
                found.size() == 1 ? "1 warning" : found.size() + " warnings",
                () -> problems.show(file + " is open, but look at this", found));
    }

    private static String count(List<Problem> found) {
        return found.size() == 1 ? "one problem" : found.size() + " problems";
    }

    /** Says that what was typed and not taken is not in what is run or saved. */
    private void offerUnfinished(String words) {
        int fields = inspector.unfinished();
        if (fields > 0) {
            String which = fields == 1 ? " 1 field that is not valid" : " " + fields + " fields that are not valid";
            status.offer(words + which, inspector::goToUnfinished);
        }
    }

    private void showSelected(Selection selection) {
        if (!selection.isEmpty()) {
            guide.lookedAt();
        }
        results.select(selection.onlyComponent(), selection.onlyDependency());
    }

    private void showDamage(Map<String, Double> shares) {
        canvas.showDamage(shares);
        guide.damaged(shares);
        if (!shares.isEmpty() && !resultsSeen) {
            resultsSeen = true;
            workplace.setDividerPositions(WITH_RESULTS);
        }
        refresh();
    }

    private void showFaulted() {
        Editor editor = documents.editor();
        if (editor != null) {
            String scenario = runs.scenarioProperty().get().id();
            canvas.showFaulted(Damage.targets(runs.withGuest(editor.pipeline()), scenario));
            canvas.showDeviations(Deviations.kinds(editor.drawn(), editor.pipeline()));
        }
    }

    /** The open model while it is seen and edited; null while none is open or a study page is shown. */
    private @Nullable Editor seenEditor() {
        return desk.drawingProperty().get() ? documents.editor() : null;
    }

    private void showDrawing() {
        desk.show(StudyDesk.DRAW);
        canvas.requestFocus();
    }

    private void refresh() {
        Editor editor = documents.editor();
        commands.refresh();
        outages.refresh(desk.drawingProperty().get());
        tools.refresh();
        hints.show(editor);
        status.show(editor, runs.summary());
        stage.setTitle(editor == null ? "Blast Radius" : title(editor) + " – Blast Radius");
    }

    private static String title(Editor editor) {
        String mark = editor.isModified() ? "• " : "";
        Path path = editor.path();
        return mark + editor.pipeline().title() + (path == null ? "" : " (" + path.getFileName() + ")");
    }

    /** Asks about unsaved changes, then closes the window, unless the user stays. */
    void requestClose() {
        documents.leave(() -> {
            palette.keepWidth();
            remembered.setWindowSize(
                    new Size(stage.getScene().getWidth(), stage.getScene().getHeight()));
            controller.cancel();
            studies.forget();
            desk.close();
            background.stop();
            pictures.stop();
            stage.close();
        });
    }

    boolean isDark() {
        return theme.isDark();
    }

    /** What can be done in it. */
    Commands commands() {
        return commands;
    }

    void tour() {
        guide.start();
    }

    StrategyBar strategyBar() {
        return strategyBar;
    }

    /** One of its parts, by what selects it in a stylesheet; the whole where there is none such. */
    Node find(String selector) {
        Node found = stage.getScene().lookup(selector);
        return found == null ? stage.getScene().getRoot() : found;
    }

    void togglePalette() {
        palette.toggle();
    }

    void findPiece() {
        palette.find();
    }

    void toggleMap() {
        map.setWanted(!map.isWanted());
    }

    /** Light or dark, in all windows of the program. */
    void switchTheme() {
        Theme other = theme.other();
        remembered.setTheme(other);
        for (Window each : List.copyOf(Window.getWindows())) {
            if (each.getProperties().get(MainWindow.class) instanceof MainWindow window) {
                window.theme = other;
                window.showTheme();
            }
        }
    }

    /** Has another window opened by this. */
    public void onNewWindow(Runnable opening) {
        openAnother = opening;
    }

    void openAnother() {
        openAnother.run();
    }

    private void showTheme() {
        theme.apply(stage.getScene());
        results.setDark(theme.isDark());
        desk.setDark(theme.isDark());
        commands.refresh();
    }

    private void dragOver(DragEvent event) {
        if (modelFile(event) != null) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Path file = modelFile(event);
        if (file != null) {
            documents.open(file);
        }
        event.setDropCompleted(file != null);
        event.consume();
    }

    private static @Nullable Path modelFile(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(".json"))
                .findFirst()
                .map(java.io.File::toPath)
                .orElse(null);
    }

    void showAbout() {
        dialogs.tell(
                ("Blast Radius " + FaultReport.version()).strip(),
                "Draw the dependency graph of an AI pipeline, break a provider on purpose, and see how far the damage"
                        + " spreads. Apache License 2.0.");
    }
}
