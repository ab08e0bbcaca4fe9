package dev.blastradius.ui;

import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What is shown where no model is open: the examples, each a click away, and the way to one's own file. */
final class Gallery extends ScrollPane {

    private static final double CARD_WIDTH = 400;
    private static final double CARD_HEIGHT = 160;
    private static final int LONGEST = 190;

    /** What a card says of an example. */
    private record Card(String name, String title, String description, String facts) {}

    private final TilePane cards = new TilePane(16, 16);
    private final Consumer<String> open;

    /**
     * The gallery; the examples are read in the background.
     *
     * @param open opens an example by its name
     */
    Gallery(Background background, Consumer<String> open, Command openFile) {
        this.open = open;
        setId("gallery");
        setFitToWidth(true);
        setFitToHeight(true);
        Label title = new Label("Blast Radius");
        title.getStyleClass().add("gallery-title");
        Label lead = new Label("Break a provider on purpose, and see how far the damage spreads.\n"
                + "Open an example and press Run, or open a model of your own.");
        lead.getStyleClass().add("gallery-lead");
        lead.setWrapText(true);
        Button own = openFile.button();
        Label drop = new Label("or drop a model file here");
        drop.getStyleClass().add("field-unit");
        HBox ways = new HBox(10, own, drop);
        ways.setAlignment(Pos.CENTER);
        cards.setAlignment(Pos.CENTER);
        cards.setPrefColumns(2);
        cards.setMaxWidth(2 * CARD_WIDTH + 40);
        VBox content = new VBox(title, lead, cards, ways);
        content.getStyleClass().add("gallery");
        setContent(content);
        background.run(Gallery::read, this::show, problem -> show(List.of()));
    }

    private static List<Card> read() {
        List<Card> cards = new ArrayList<>();
        for (String name : Examples.names()) {
            Pipeline pipeline = Examples.load(name).pipeline();
            String text = pipeline.description() == null ? "" : pipeline.description();
            String facts = pipeline.components().size() + " components · "
                    + pipeline.scenariosOrNone().size() + " scenarios · "
                    + (pipeline.strategiesOrNone().size() + 1) + " strategies";
            cards.add(new Card(name, pipeline.title(), shorten(text), facts));
        }
        return cards;
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, end > 0 ? end : LONGEST) + " …";
    }

    private void show(List<Card> read) {
        cards.getChildren().clear();
        for (Card card : read) {
            cards.getChildren().add(node(card));
        }
        if (!read.isEmpty()) {
            cards.getChildren().get(0).requestFocus();
        }
    }

    private Button node(Card card) {
        Label title = new Label(card.title());
        title.getStyleClass().add("card-title");
        title.setGraphic(Icons.node(Feather.SHARE_2));
        title.setGraphicTextGap(8);
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Label text = new Label(card.description());
        text.getStyleClass().add("card-text");
        text.setWrapText(true);
        text.setMinHeight(0);
        Label facts = new Label(card.facts());
        facts.getStyleClass().add("card-facts");
        VBox content = new VBox(8, title, text, facts);
        Button button = new Button(null, content);
        button.setId("example-" + card.name());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("gallery-card");
        content.setPrefWidth(CARD_WIDTH - 34);
        content.setMaxWidth(CARD_WIDTH - 34);
        button.setPrefSize(CARD_WIDTH, CARD_HEIGHT);
        button.setAccessibleText("Open example " + card.title() + ". " + card.description());
        button.setOnAction(event -> open.accept(card.name()));
        return button;
    }
}
