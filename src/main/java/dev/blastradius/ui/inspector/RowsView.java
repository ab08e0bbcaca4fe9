package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Lists;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The entries of a list one under the other, with buttons to add, duplicate, move and remove them. */
final class RowsView extends VBox {

    private final FormView form;
    private final String id;
    private final ProblemLabel problem;
    private final List<Label> titles = new ArrayList<>();
    private FormItem.Rows rows;
    private final Folds.Of folds;

    RowsView(FormView form, FormItem.Rows rows, Folds.Of folds) {
        this.form = form;
        this.rows = rows;
        this.folds = folds;
        id = String.join("-", rows.path());
        setId("rows-" + id);
        getStyleClass().addAll("form", "rows");
        problem = form.problemLabel("rows-" + id, rows);
        getChildren().add(header());
        if (!rows.several().isEmpty()) {
            Button same = new Button("Use the first one's for all");
            same.setId("same-" + id);
            same.setOnAction(event -> form.change(() -> form.sameRows(rows), problem, () -> {}));
            getChildren().addAll(same, problem);
            return;
        }
        for (int i = 0; i < rows.rows().size(); i++) {
            getChildren().add(rows.compact() ? line(i) : card(i));
        }
        getChildren().add(problem);
    }

    /** Shows other values of as many entries. */
    void show(FormItem.Rows now) {
        rows = now;
        for (int i = 0; i < titles.size(); i++) {
            titles.get(i).setText(title(i));
        }
        problem.show(List.of());
    }

    private String title(int i) {
        return (i + 1) + ". " + rows.rows().get(i).title();
    }

    private HBox header() {
        Label title = new Label(rows.label());
        title.getStyleClass().add("section-title");
        Tips.install(title, rows.meaning());
        Label words = new Label(rows.several().isEmpty() ? rows.rows().isEmpty() ? rows.prompt() : "" : rows.several());
        words.getStyleClass().add("field-unit");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(words, Priority.ALWAYS);
        title.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(title, words);
        header.getStyleClass().add("section-header");
        header.setAlignment(Pos.CENTER_LEFT);
        if (rows.several().isEmpty()) {
            Button add =
                    button(Feather.PLUS, "add-" + id, "Add to " + rows.label().toLowerCase(Locale.ROOT));
            add.setDisable(!rows.mayGrow());
            add.setOnAction(event -> edit("Add to " + rows.label(), list -> Lists.add(list, rows)));
            header.getChildren().add(add);
        }
        return header;
    }

    /** An entry of a few values side by side. */
    private HBox line(int i) {
        HBox line = new HBox(4);
        line.setAlignment(Pos.TOP_LEFT);
        for (FormItem item : rows.rows().get(i).items()) {
            Node node = form.bare(item);
            HBox.setHgrow(node, Priority.ALWAYS);
            if (node instanceof Region region) {
                region.setPrefWidth(10);
                region.setMaxWidth(Double.MAX_VALUE);
            }
            line.getChildren().add(node);
        }
        line.getChildren().add(remove(i));
        return line;
    }

    /** An entry with its own fields, which fold up into a line. */
    private VBox card(int i) {
        List<String> path = new ArrayList<>(rows.path());
        path.add(Integer.toString(i));
        boolean folded = folds.isFolded(path);
        VBox content = new VBox();
        content.getStyleClass().addAll("form", "nested");
        content.managedProperty().bind(content.visibleProperty());
        content.setVisible(!folded);
        rows.rows().get(i).items().forEach(item -> content.getChildren().add(form.node(item)));
        Label title = new Label(title(i));
        title.getStyleClass().add("row-title");
        titles.add(title);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMinWidth(0);
        Button fold =
                button(folded ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN, "fold-" + id + "-" + i, "Fold or unfold");
        fold.setOnAction(event -> {
            boolean up = content.isVisible();
            folds.fold(path, up);
            content.setVisible(!up);
            fold.setGraphic(Icons.node(up ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
            form.placeWarnings();
        });
        title.setOnMouseClicked(event -> fold.fire());
        Button up = button(Feather.ARROW_UP, "up-" + id + "-" + i, "Move up");
        up.setDisable(i == 0);
        up.setOnAction(event -> edit("Move in " + rows.label(), list -> Lists.move(list, i, -1)));
        Button down = button(Feather.ARROW_DOWN, "down-" + id + "-" + i, "Move down");
        down.setDisable(i == rows.rows().size() - 1);
        down.setOnAction(event -> edit("Move in " + rows.label(), list -> Lists.move(list, i, 1)));
        Button twice = button(Feather.COPY, "duplicate-" + id + "-" + i, "Duplicate");
        twice.setDisable(!rows.mayGrow());
        twice.setOnAction(event -> edit("Duplicate in " + rows.label(), list -> Lists.duplicate(list, i)));
        HBox header = new HBox(fold, title, up, down, twice, remove(i));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("row-header");
        return new VBox(header, content);
    }

    private Button remove(int i) {
        Button remove = button(Feather.X, "remove-" + id + "-" + i, "Remove");
        remove.setDisable(!rows.mayShrink());
        remove.setOnAction(event -> edit("Remove from " + rows.label(), list -> Lists.remove(list, i)));
        return remove;
    }

    private void edit(String label, Function<@Nullable Object, List<Object>> change) {
        form.change(() -> form.setRows(rows, label, change), problem, () -> {});
    }

    private static Button button(Ikon icon, String id, String words) {
        Button button = Icons.button(icon, words);
        button.setId(id);
        button.getStyleClass().add("row-button");
        return button;
    }
}
