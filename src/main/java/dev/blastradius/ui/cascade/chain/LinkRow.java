package dev.blastradius.ui.cascade.chain;

import dev.blastradius.editor.chain.Chain.Link;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Tips;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One link of the chain: its number, its moment, whose limit it is, which one, and why. */
final class LinkRow extends HBox {

    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");
    private static final PseudoClass LATEST = PseudoClass.getPseudoClass("latest");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Link link;
    private final Consumer<LinkRow> choose;

    /**
     * @param choose hears that it was clicked
     */
    LinkRow(Link link, Consumer<LinkRow> choose) {
        this.link = link;
        this.choose = choose;
        getStyleClass().addAll("chain-link", link.onset().limit().name().toLowerCase(Locale.ROOT));
        Label number = new Label(Integer.toString(link.onset().rank()));
        number.getStyleClass().add("chain-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label time = new Label(link.time());
        time.getStyleClass().add("chain-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        FontIcon icon = Icons.node(icon(link.onset().limit()));
        icon.setIconSize(13);
        Label what = new Label(link.what(), icon);
        what.getStyleClass().add("chain-what");
        what.setMinWidth(Region.USE_PREF_SIZE);
        Label name = new Label(link.name());
        name.getStyleClass().add("chain-name");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox first = new HBox(6, time, name, what);
        name.setMaxWidth(Double.MAX_VALUE);
        first.setAlignment(Pos.CENTER_LEFT);
        Label why = new Label(link.why().replace(" %", "\u00a0%"));
        why.getStyleClass().add("chain-why");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(first, why);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(number, words);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(link.sentence());
        Tips.install(this, link.sentence() + ". Click: look at that moment.");
        setOnMouseClicked(event -> choose.accept(this));
    }

    Link link() {
        return link;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            choose.accept(this);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    /** Whether it has happened by the moment that is looked at. */
    void setPassed(boolean passed) {
        pseudoClassStateChanged(PASSED, passed);
    }

    /** Whether it is the last that has. */
    void setLatest(boolean latest) {
        pseudoClassStateChanged(LATEST, latest);
    }

    /** Whether its place is looked at. */
    void setMarked(boolean marked) {
        pseudoClassStateChanged(MARKED, marked);
    }

    private static Feather icon(Limit limit) {
        return switch (limit) {
            case FAULT -> Feather.ZAP;
            case FAILING -> Feather.X_CIRCLE;
            case SATURATED -> Feather.USERS;
            case QUEUEING -> Feather.LAYERS;
            case SLOW -> Feather.CLOCK;
            case QUOTA -> Feather.PIE_CHART;
            case BREAKER -> Feather.TOGGLE_LEFT;
            case BUDGET -> Feather.BATTERY;
            case STORM -> Feather.REPEAT;
            case FALLBACK -> Feather.CORNER_DOWN_RIGHT;
            case OBJECTIVE -> Feather.TARGET;
        };
    }
}
