package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.ui.look.Icons;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What is said about the last action on the timeline, and what is offered then; nothing where there is nothing to say. */
final class SaidLine extends HBox {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final FaultDesk desk;
    private final Label words = new Label();
    private final Hyperlink offer = new Hyperlink();

    /** A line that says what the desk says. */
    SaidLine(FaultDesk desk) {
        this.desk = desk;
        getStyleClass().add("timeline-said");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPickOnBounds(false);
        words.setId("timeline-message");
        words.getStyleClass().add("timeline-message");
        words.setMinWidth(0);
        offer.setId("timeline-offer");
        offer.setMinWidth(Region.USE_PREF_SIZE);
        offer.setOnAction(event -> {
            offer.setVisited(false);
            desk.message().accepted().run();
        });
        getChildren().setAll(words, offer);
    }

    /** Shows what is said now. */
    void refresh() {
        FaultDesk.Message message = desk.message();
        words.setText(
                desk.isEditable() || desk.scenario() == null
                        ? message.words()
                        : "Live: the scenario is not edited now");
        words.pseudoClassStateChanged(REFUSED, message.refusal());
        Icons.describe(words, words.getText().isEmpty() ? "Nothing to report" : words.getText());
        offer.setText(message.offer());
        offer.setVisible(!message.offer().isEmpty() && desk.isEditable());
        offer.setManaged(offer.isVisible());
        setVisible(offer.isVisible() || !words.getText().isEmpty());
    }
}
