package dev.blastradius.ui.start;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An example: its picture, what it is called, what it is, and how large. */
final class ExampleCard extends Button {

    private static final int LONGEST = 220;

    /** The picture's height for each pixel of width. */
    private static final double PICTURE = 0.42;

    private final StackPane frame = new StackPane();
    private final VBox content;
    private final VBox words;

    /**
     * A card.
     *
     * @param first whether it is the one to begin with
     */
    ExampleCard(String name, Preview preview, boolean first, StartActions actions) {
        setId("example-" + name);
        getStyleClass().setAll("start-card");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        String about = preview.pipeline().description();
        String says = Sentences.first(about == null ? "" : about, LONGEST);
        setAccessibleText("Open the example " + preview.pipeline().title() + ". " + says + " " + preview.facts());
        frame.getStyleClass().add("card-picture");
        frame.getChildren().add(new GraphPicture(preview));
        if (first) {
            Label begin = new Label("Begin here");
            begin.getStyleClass().add("card-begin");
            StackPane.setAlignment(begin, Pos.TOP_LEFT);
            frame.getChildren().add(begin);
        }
        Label title = label(preview.pipeline().title(), "card-title");
        Label text = label(says, "card-text");
        Region space = new Region();
        VBox.setVgrow(space, javafx.scene.layout.Priority.ALWAYS);
        Label facts = label(preview.facts(), "card-facts");
        words = new VBox(title, text, space, facts);
        words.getStyleClass().add("card-words");
        VBox.setVgrow(words, javafx.scene.layout.Priority.ALWAYS);
        content = new VBox(frame, words);
        setGraphic(content);
        setOnAction(event -> actions.openExample(name));
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** How high it must be to show all of its words at a width. Asking changes nothing: a layout that did would never end. */
    double heightFor(double width) {
        double inside = inside(width);
        return Math.rint(inside * PICTURE) + words.prefHeight(inside) + snappedTopInset() + snappedBottomInset();
    }

    /** Makes it as large as that. */
    void fit(double width, double height) {
        double inside = inside(width);
        frame.setPrefHeight(Math.rint(inside * PICTURE));
        frame.setMinHeight(Math.rint(inside * PICTURE));
        content.setPrefSize(inside, height - snappedTopInset() - snappedBottomInset());
    }

    private double inside(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }
}
