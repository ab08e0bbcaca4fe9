package dev.blastradius.ui.look;

import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's icons. */
public final class Icons {

    private Icons() {}

    /** The icon of a kind. */
    public static Ikon of(Kind<? extends Component> kind) {
        return Feather.findByDescription("fth-" + kind.look().icon());
    }

    /** An icon as a node, 16 pixels high. */
    public static FontIcon node(Ikon icon) {
        FontIcon node = new FontIcon(icon);
        node.setIconSize(16);
        return node;
    }

    /** A button that shows only an icon; its words are for those who hover, and for screen readers. */
    public static Button button(Ikon icon, String words) {
        Button button = new Button(null, node(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        describe(button, words);
        return button;
    }

    /** Gives a control a tooltip, which is also what screen readers say. */
    public static void describe(Node node, String words) {
        node.setAccessibleText(words);
        Tips.install(node, words);
    }
}
