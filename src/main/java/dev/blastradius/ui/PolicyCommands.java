package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.EDIT;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Words;
import dev.blastradius.model.Policy;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.policy.Policies;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.command.Submenu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command for each policy: on the selected arrows where one of them lacks it, off where all have it. */
final class PolicyCommands {

    /** How the ids of these commands begin. */
    static final String PREFIX = "policy-";

    private PolicyCommands() {}

    /** What was switched off comes back as it was, for as long as the model is open. */
    private static final class Actions {

        private @Nullable Editor editor;
        private @Nullable FormActions actions;

        FormActions on(Editor current) {
            FormActions known = actions;
            if (known == null || editor != current) {
                known = new FormActions(current);
                actions = known;
                editor = current;
            }
            return known;
        }
    }

    static List<Entry> of(Workbench bench) {
        Actions actions = new Actions();
        List<Command> commands = new ArrayList<>();
        for (Parameter<Map<String, Policy>, ?> policy : Policies.ALL) {
            String key = policy.key();
            String name = Words.title(key).toLowerCase(Locale.ROOT);
            commands.add(Command.of(EDIT, PREFIX + key, "Add " + name)
                    .titled(() -> (haveAll(bench, key) ? "Remove " : "Add ") + name)
                    .words("policy arrow " + policy.meaning())
                    .unless(bench::needsArrows)
                    .does(() -> toggle(bench, actions, key)));
        }
        return List.of(Submenu.of(EDIT, "draw", "Policies", commands));
    }

    private static boolean haveAll(Workbench bench, String policy) {
        Editor editor = bench.editor();
        if (editor == null || editor.selection().dependencies().isEmpty()) {
            return false;
        }
        return editor.selection().dependencies().stream()
                .map(editor.pipeline().arrows()::get)
                .allMatch(arrow -> arrow != null && arrow.policies().containsKey(policy));
    }

    private static void toggle(Workbench bench, Actions actions, String policy) {
        bench.edit(editor -> {
            boolean off = haveAll(bench, policy);
            List<Subject> arrows = editor.selection().dependencies().stream()
                    .map(Subject::dependency)
                    .toList();
            FormItem.Section section =
                    arrows.isEmpty() ? null : section(arrows.get(0).form(editor.pipeline()), policy);
            if (section != null && off) {
                actions.on(editor).switchOff(arrows, section);
            } else if (section != null) {
                actions.on(editor).switchOn(arrows, section);
            }
        });
    }

    private static FormItem.@Nullable Section section(List<FormItem> items, String key) {
        for (FormItem item : items) {
            if (item instanceof FormItem.Section section) {
                boolean isIt = !section.isGroup() && section.path().equals(List.of(key));
                FormItem.Section found = isIt ? section : section(section.items(), key);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
