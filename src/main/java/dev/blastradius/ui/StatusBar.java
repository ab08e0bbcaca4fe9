package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.look.Icons;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The line at the bottom: how large the model is, how it is run, what was run last. */
final class StatusBar extends HBox {

    private final Label size = new Label();
    private final Label settings = new Label();
    private final Label run = new Label();
    private final Label file = new Label();
    private final Hyperlink offer = new Hyperlink();

    StatusBar() {
        getStyleClass().add("status-bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        size.setMinWidth(USE_PREF_SIZE);
        size.setId("status-size");
        run.setId("status-run");
        settings.setMinWidth(USE_PREF_SIZE);
        run.setMinWidth(0);
        offer.setId("warnings");
        offer.setMinWidth(USE_PREF_SIZE);
        offer.setGraphic(Icons.node(Feather.ALERT_TRIANGLE));
        offer.managedProperty().bind(offer.visibleProperty());
        getChildren().addAll(size, settings, run, offer, space, file);
        withdraw();
    }

    /** Offers something to look at, until it is withdrawn. */
    void offer(String words, Runnable action) {
        offer.setText(words);
        offer.setOnAction(event -> action.run());
        offer.setVisible(true);
    }

    /** Offers nothing any more. */
    void withdraw() {
        offer.setVisible(false);
    }

    void show(@Nullable Editor editor, String lastRun) {
        if (editor == null) {
            size.setText("No model is open");
            settings.setText("");
            run.setText("");
            file.setText("");
            return;
        }
        Pipeline pipeline = editor.pipeline();
        Experiment experiment = pipeline.settings();
        size.setText(count(pipeline.components().size(), "component") + " · "
                + count(pipeline.arrows().size(), "arrow"));
        settings.setText("seed " + Experiment.SEED.in(experiment) + " · "
                + count(Experiment.REPLICATIONS.in(experiment).intValue(), "replication") + " of "
                + Experiment.DURATION.in(experiment).text());
        run.setText(lastRun);
        file.setText(place(editor));
    }

    private static String place(Editor editor) {
        if (editor.path() == null) {
            return "Not saved in a file";
        }
        return editor.isModified() ? "Changed since it was saved · " + editor.path() : String.valueOf(editor.path());
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
