package dev.blastradius.ui.strategy;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.PutBack;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.Subject;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** In what a strategy differs from the drawing, box by box and arrow by arrow; each can be selected, and put back. */
final class DeviationList extends VBox {

    private static final double WIDTH = 440;
    private static final double HIGHEST = 420;

    private final Editor editor;
    private final PutBack putBack;

    DeviationList(Editor editor, PutBack putBack, List<Deviation> all) {
        this.editor = editor;
        this.putBack = putBack;
        setId("deviations");
        getStyleClass().add("deviations");
        Label title = new Label("Differs from the drawing in");
        title.getStyleClass().add("deviations-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button everything = new Button("Put everything back", Icons.node(Feather.ROTATE_CCW));
        everything.setId("put-everything-back");
        everything.getStyleClass().add(Styles.SMALL);
        everything.setOnAction(event -> putBack.all());
        HBox header = new HBox(8, title, space, everything);
        header.setAlignment(Pos.CENTER_LEFT);
        VBox rows = new VBox();
        rows.getStyleClass().add("deviation-rows");
        Map<Subject, VBox> groups = new LinkedHashMap<>();
        for (Deviation each : all) {
            VBox group = groups.computeIfAbsent(each.subject(), subject -> group(subject, rows));
            group.getChildren().add(row(each));
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(HIGHEST);
        setPrefWidth(WIDTH);
        getChildren().addAll(header, scroll);
    }

    private VBox group(Subject subject, VBox rows) {
        boolean arrow = subject.what() == Subject.What.DEPENDENCY;
        boolean here = subject.isIn(editor.pipeline());
        Pipeline pipeline = here ? editor.pipeline() : editor.drawn();
        Component component = pipeline.components().get(subject.id());
        Ikon icon = component == null ? Feather.ARROW_RIGHT : Icons.of(component.kind());
        String name = Lines.one(arrow ? Captions.title(pipeline, subject.id()) : Captions.name(pipeline, subject.id()));
        Button select = new Button(name, Icons.node(icon));
        select.setMnemonicParsing(false);
        select.getStyleClass().addAll(Styles.FLAT, "deviation-subject");
        select.setMaxWidth(Double.MAX_VALUE);
        select.setAlignment(Pos.CENTER_LEFT);
        select.setDisable(!here);
        select.setId("deviation-of-" + subject.id());
        Icons.describe(select, here ? "Select " + name : name + " is not in this strategy");
        select.setOnAction(
                event -> editor.select(arrow ? Selection.dependency(subject.id()) : Selection.component(subject.id())));
        VBox group = new VBox(select);
        rows.getChildren().add(group);
        return group;
    }

    private Node row(Deviation deviation) {
        Label name = new Label(Lines.one(deviation.name()));
        name.setMinWidth(0);
        Label values = new Label(Lines.one(deviation.values()));
        values.getStyleClass().add(Styles.TEXT_MUTED);
        values.setWrapText(true);
        values.setMinWidth(0);
        VBox words = new VBox(name, values);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button back = Icons.button(Feather.ROTATE_CCW, "Put back: " + Lines.one(deviation.name()));
        back.setId("put-back-" + deviation.where());
        back.setOnAction(event -> putBack.one(deviation));
        HBox row = new HBox(8, words, back);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("deviation-row");
        return row;
    }
}
