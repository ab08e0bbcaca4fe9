package dev.blastradius.ui.start;

import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Tips;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A recent file: a small picture, its name, its folder, when it was written, and a way to have it forgotten. */
final class RecentRow extends HBox {

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final double BESIDE = 84;

    RecentRow(RecentFile file, Instant now, StartActions actions, Runnable forgotten) {
        getStyleClass().add("recent-row");
        setAlignment(Pos.CENTER_LEFT);
        pseudoClassStateChanged(MISSING, file.isMissing());
        Path folder = file.path().getParent();
        Instant changed = file.changed();
        String when = changed == null ? "not there any more" : Ago.of(changed, now, ZoneId.systemDefault());
        Label name = label(file.name(), "recent-name", OverrunStyle.ELLIPSIS);
        Label where = label(folder == null ? "" : folder.toString(), "recent-folder", OverrunStyle.LEADING_ELLIPSIS);
        Label time = label(when, "recent-time", OverrunStyle.ELLIPSIS);
        VBox words = new VBox(name, where, time);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(10, picture(file), words);
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(0);
        Button open = new Button(null, content);
        open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        open.getStyleClass().setAll("recent-file");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setMinWidth(0);
        content.maxWidthProperty().bind(open.widthProperty().subtract(16));
        words.maxWidthProperty().bind(open.widthProperty().subtract(BESIDE));
        open.setAlignment(Pos.CENTER_LEFT);
        open.setOnAction(event -> actions.open(file.path()));
        open.setAccessibleText("Open " + file.name() + " in " + folder + ", " + when);
        Tips.install(open, file.path().toString());
        HBox.setHgrow(open, Priority.ALWAYS);
        Button forget = Icons.button(Feather.X, "Forget " + file.name() + "; the file stays as it is");
        forget.getStyleClass().add("recent-forget");
        forget.setMinWidth(USE_PREF_SIZE);
        forget.setOnAction(event -> {
            actions.forget(file.path());
            forgotten.run();
        });
        getChildren().addAll(open, forget);
    }

    private static Node picture(RecentFile file) {
        Preview preview = file.preview();
        Node inside = preview != null
                ? new GraphPicture(preview)
                : Icons.node(file.isMissing() ? Feather.ALERT_TRIANGLE : Feather.FILE);
        StackPane frame = new StackPane(inside);
        frame.getStyleClass().add("recent-picture");
        frame.setMinSize(56, 40);
        frame.setPrefSize(56, 40);
        frame.setMaxSize(56, 40);
        return frame;
    }

    private static Label label(String words, String style, OverrunStyle cut) {
        Label label = new Label(words.replaceAll("\\R", " "));
        label.getStyleClass().add(style);
        label.setTextOverrun(cut);
        label.setMinWidth(0);
        return label;
    }
}
