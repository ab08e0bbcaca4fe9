package dev.blastradius.ui.inspector;

import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.PresetEdits;
import dev.blastradius.editor.Subject;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.MenuLines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** The presets for components of a kind, each a click away, and which of them a component has now. */
final class PresetMenu extends MenuButton {

    private PresetMenu(FormActions actions, List<Subject> subjects, String kind) {
        setId("presets");
        getStyleClass().add("offers");
        setMaxWidth(Double.MAX_VALUE);
        Icons.describe(this, "Gives it published values, with where they stand; its name, tags and traffic stay");
        Map<String, Menu> groups = new LinkedHashMap<>();
        for (Preset preset : Presets.of(kind)) {
            groups.computeIfAbsent(preset.group(), name -> new Menu(name))
                    .getItems()
                    .add(item(actions, subjects, preset));
        }
        if (groups.size() == 1) {
            groups.values().forEach(group -> getItems().addAll(group.getItems()));
        } else {
            getItems().addAll(groups.values());
        }
    }

    private static MenuItem item(FormActions actions, List<Subject> subjects, Preset preset) {
        return MenuLines.item(
                preset.name(), preset.says(), PresetEdits.sources(preset, "\n"), () -> actions.apply(subjects, preset));
    }

    /** A row with the presets for components of one kind; null where there are none, or they are of several kinds. */
    static @Nullable GridPane row(FormActions actions, List<Subject> subjects, Pipeline pipeline) {
        List<Component> components = subjects.stream()
                .filter(each -> each.what() == Subject.What.COMPONENT && each.isIn(pipeline))
                .map(each -> Objects.requireNonNull(pipeline.components().get(each.id())))
                .toList();
        List<String> kinds =
                components.stream().map(each -> each.kind().key()).distinct().toList();
        if (kinds.size() != 1 || Presets.of(kinds.get(0)).isEmpty()) {
            return null;
        }
        PresetMenu menu = new PresetMenu(actions, subjects, kinds.get(0));
        List<List<Preset>> present =
                components.stream().map(PresetEdits::present).distinct().toList();
        menu.setText(present.size() > 1 ? "Several" : name(present.get(0)));
        return FormView.row(Labels.of("Preset", "", "Published values that it has"), menu);
    }

    private static String name(List<Preset> present) {
        return present.isEmpty()
                ? "Apply preset…"
                : present.stream().map(Preset::name).collect(Collectors.joining(", "));
    }
}
