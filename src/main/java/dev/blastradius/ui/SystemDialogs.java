package dev.blastradius.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
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
    private @Nullable File folder;

    SystemDialogs(Window owner) {
        this.owner = owner;
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

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Blast Radius models", "*" + ENDING),
                        new FileChooser.ExtensionFilter("All files", "*"));
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
