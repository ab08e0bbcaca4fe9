package dev.blastradius.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Light or dark. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark");

    private static final List<String> OWN =
            List.of("window.css", "palette.css", "start.css", "guide.css", "inspector.css", "commands.css", "plot.css");

    private final String stylesheet;
    private final String styleClass;

    Theme(String stylesheet, String styleClass) {
        this.stylesheet = stylesheet;
        this.styleClass = styleClass;
    }

    /** A scene in this theme. It has the stylesheets first: each that came later would style all that is in it anew. */
    public Scene scene(Parent root, double width, double height) {
        Scene scene = new Scene(new Group(), width, height);
        apply(scene);
        scene.setRoot(root);
        return scene;
    }

    /** Shows the program in this theme. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(stylesheet);
        for (String name : OWN) {
            java.net.URL own = Theme.class.getResource(name);
            if (own == null) {
                throw new IllegalStateException(name + " is missing");
            }
            if (!scene.getStylesheets().contains(own.toExternalForm())) {
                scene.getStylesheets().add(own.toExternalForm());
            }
        }
        for (Theme each : values()) {
            scene.getRoot().getStyleClass().remove(each.styleClass);
        }
        scene.getRoot().getStyleClass().add(styleClass);
    }

    public boolean isDark() {
        return this == DARK;
    }

    /** The other one. */
    public Theme other() {
        return isDark() ? LIGHT : DARK;
    }
}
