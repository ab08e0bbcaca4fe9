package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.MenuLines;
import java.util.List;
import javafx.scene.control.MenuButton;

/** The published values of a field or a section, each a click away: whose they are, what they do, and where they stand. */
final class OfferMenu extends MenuButton {

    private static final String OWN = "Your own";

    OfferMenu(FormView form, FormItem.Section section, ProblemLabel problem) {
        this(form, section, section.offer().published(), problem);
        setMaxWidth(Double.MAX_VALUE);
        show(section);
    }

    /** The values of a field, behind an arrow at its end. */
    OfferMenu(FormView form, FormItem.Entry entry, ProblemLabel problem) {
        this(form, entry, entry.beginnings(), problem);
        getStyleClass().add("narrow");
    }

    private OfferMenu(FormView form, FormItem item, List<Beginning> offered, ProblemLabel problem) {
        setId("offers-" + String.join("-", item.path()));
        getStyleClass().add("offers");
        Icons.describe(this, "Published values of " + item.label());
        for (Beginning each : offered) {
            getItems()
                    .add(MenuLines.item(
                            each.name(), each.says(), each.source(), () -> form.fillIn(item, each, problem)));
        }
    }

    /** Says whose the values are now. */
    void show(FormItem.Section section) {
        Beginning present = section.offer().present();
        setText(present == null ? OWN : present.name());
    }
}
