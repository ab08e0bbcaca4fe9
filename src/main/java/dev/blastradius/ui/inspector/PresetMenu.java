package dev.blastradius.ui.inspector;

import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.PresetEdits;
import dev.blastradius.editor.Subject;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.component.Component;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.MenuLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** The presets for components of a kind, each a click away, and which of them a component has now. */
final class PresetMenu extends MenuButton {

    private PresetMenu(FormActions actions, Subject subject, String kind) {
        setId("presets");
        getStyleClass().add("offers");
        setMaxWidth(Double.MAX_VALUE);
        Icons.describe(this, "Gives it published values, with where they stand; its name, tags and traffic stay");
        Map<String, Menu> groups = new LinkedHashMap<>();
        for (Preset preset : Presets.of(kind)) {
            groups.computeIfAbsent(preset.group(), name -> new Menu(name))
                    .getItems()
                    .add(item(actions, subject, preset));
        }
        if (groups.size() == 1) {
            groups.values().forEach(group -> getItems().addAll(group.getItems()));
        } else {
            getItems().addAll(groups.values());
        }
    }

    private static MenuItem item(FormActions actions, Subject subject, Preset preset) {
        return MenuLines.item(
                preset.name(),
                preset.says(),
                PresetEdits.sources(preset, "\n"),
                () -> actions.apply(List.of(subject), preset));
    }

    /** A row with the presets for a component; null where there are none for its kind. */
    static @Nullable GridPane row(FormActions actions, Subject subject, Component component) {
        String kind = component.kind().key();
        if (Presets.of(kind).isEmpty()) {
            return null;
        }
        PresetMenu menu = new PresetMenu(actions, subject, kind);
        List<Preset> present = PresetEdits.present(component);
        menu.setText(
                present.isEmpty()
                        ? "Apply preset…"
                        : present.stream().map(Preset::name).collect(Collectors.joining(", ")));
        return FormView.row(Labels.of("Preset", "", "Published values that it has"), menu);
    }
}
