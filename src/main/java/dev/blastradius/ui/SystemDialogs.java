package dev.blastradius.ui;

import dev.blastradius.report.form.ReportFile;
import dev.blastradius.report.form.ReportForm;
import dev.blastradius.ui.report.ResultSaver;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The dialogs of the system and of JavaFX. */
final class SystemDialogs implements Dialogs {

    private static final System.Logger LOG = System.getLogger("dev.blastradius");
    private static final String ENDING = ".blast.json";

    private final Window owner;
    private final Consumer<Path> opener;
    private @Nullable File folder;

    /**
     * Dialogs of a window.
     *
     * @param opener opens a file or a folder in the program that the system has for it
     */
    SystemDialogs(Window owner, Consumer<Path> opener) {
        this.owner = owner;
        this.opener = opener;
    }

    @Override
    public @Nullable Path chooseOpen() {
        return remember(chooser("Open model").showOpenDialog(owner));
    }

    @Override
    public @Nullable Path chooseSave(String suggested) {
        FileChooser chooser = chooser("Save model");
        chooser.setInitialFileName(suggested);
        return remember(chooser.showSaveDialog(owner));
    }

    @Override
    public @Nullable Path chooseResult(ResultSaver.Form form, Path suggested) {
        FileChooser chooser = plain(form == ResultSaver.Form.REPORT ? "Save report" : "Save data");
        chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
        Path beside = suggested.getParent();
        if (folder == null && beside != null && Files.isDirectory(beside)) {
            chooser.setInitialDirectory(beside.toFile());
        }
        switch (form) {
            case REPORT ->
                ReportFile.FORMS.forEach(each -> chooser.getExtensionFilters().add(filter(each)));
            case JSON -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON", "*.json"));
            case TABLES -> chooser.setTitle("Name of the folder to make for the tables");
        }
        Path chosen = remember(chooser.showSaveDialog(owner));
        if (chosen == null || form == ResultSaver.Form.TABLES || hasEnding(form, chosen)) {
            return chosen;
        }
        // Some systems' dialogs leave it to the program to end a name as the chosen kind of file does.
        FileChooser.ExtensionFilter kind = chooser.getSelectedExtensionFilter();
        String ending = (kind == null ? chooser.getExtensionFilters().get(0) : kind)
                .getExtensions()
                .get(0)
                .substring(1);
        Path ended = chosen.resolveSibling(chosen.getFileName() + ending);
        boolean free = !Files.exists(ended)
                || confirm(ended.getFileName() + " exists", "Saving replaces what it holds.", "Replace it");
        return free ? ended : null;
    }

    private static boolean hasEnding(ResultSaver.Form form, Path file) {
        return form == ResultSaver.Form.REPORT
                ? ReportForm.of(file) != null
                : file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static FileChooser.ExtensionFilter filter(ReportForm form) {
        return new FileChooser.ExtensionFilter(form.label() + " (." + form.extension() + ")", "*." + form.extension());
    }

    @Override
    public void open(Path place) {
        opener.accept(place);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = plain(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Blast Radius models", "*" + ENDING),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }

    /** In the folder where the last file was chosen. */
    private FileChooser plain(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private @Nullable Path remember(@Nullable File file) {
        if (file == null) {
            return null;
        }
        folder = file.getParentFile();
        return file.toPath();
    }

    @Override
    public Unsaved askUnsaved(String name) {
        ButtonType save = new ButtonType("Save", ButtonData.YES);
        ButtonType discard = new ButtonType("Don't save", ButtonData.NO);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", save, discard, ButtonType.CANCEL);
        alert.setTitle("Unsaved changes");
        alert.setHeaderText("Save the changes to " + name + "?");
        alert.setContentText("Without saving they are lost.");
        alert.initOwner(owner);
        Optional<ButtonType> answer = alert.showAndWait();
        if (answer.isEmpty() || answer.get() == ButtonType.CANCEL) {
            return Unsaved.CANCEL;
        }
        return answer.get() == save ? Unsaved.SAVE : Unsaved.DISCARD;
    }

    @Override
    public NotSaved tellNotSaved(String title, String words) {
        ButtonType elsewhere = new ButtonType("Save as…", ButtonData.YES);
        ButtonType again = new ButtonType("Try again", ButtonData.OTHER);
        ButtonType later = new ButtonType("Later", ButtonData.CANCEL_CLOSE);
        ButtonType answer = ask(Alert.AlertType.ERROR, title, words, elsewhere, again, later);
        return answer == elsewhere ? NotSaved.SAVE_AS : answer == again ? NotSaved.TRY_AGAIN : NotSaved.LATER;
    }

    @Override
    public Changed askChanged(String name) {
        ButtonType replace = new ButtonType("Replace it", ButtonData.OTHER);
        ButtonType elsewhere = new ButtonType("Save as…", ButtonData.YES);
        ButtonType answer = ask(
                Alert.AlertType.WARNING,
                name + " was changed by another program",
                "Saving replaces what the other program has written. To keep both, save under another name.",
                elsewhere,
                replace,
                ButtonType.CANCEL);
        return answer == replace ? Changed.REPLACE : answer == elsewhere ? Changed.SAVE_AS : Changed.CANCEL;
    }

    @Override
    public boolean confirm(String title, String words, String yes) {
        ButtonType does = new ButtonType(yes, ButtonData.OTHER);
        return ask(Alert.AlertType.WARNING, title, words, does, ButtonType.CANCEL) == does;
    }

    /** The button that was pressed; Cancel where the window was closed without one. */
    private ButtonType ask(Alert.AlertType type, String title, String words, ButtonType... buttons) {
        Alert alert = new Alert(type, "", buttons);
        alert.setTitle(title);
        alert.setHeaderText(title);
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMaxWidth(520);
        alert.getDialogPane().setContent(text);
        alert.initOwner(owner);
        return alert.showAndWait().orElse(ButtonType.CANCEL);
    }

    @Override
    public void tell(String title, String words) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION);
        alert.setTitle(title);
        alert.setHeaderText(title);
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMaxWidth(520);
        alert.getDialogPane().setContent(text);
        alert.initOwner(owner);
        alert.showAndWait();
    }

    @Override
    public void tellFault(FaultReport report) {
        LOG.log(System.Logger.Level.ERROR, report.title() + System.lineSeparator() + report.details());
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.setTitle(report.title());
        alert.setHeaderText(report.title());
        Label text = new Label(report.words());
        text.setWrapText(true);
        text.setMaxWidth(520);
        alert.getDialogPane().setContent(text);
        TextArea details = new TextArea(report.details());
        details.setEditable(false);
        details.setPrefColumnCount(60);
        alert.getDialogPane().setExpandableContent(details);
        alert.initOwner(owner);
        alert.showAndWait();
    }
}
