package dev.blastradius.ui.cascade.requests;

import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses one of the values that requests have, or any; with each, how many requests have it. */
final class ChoiceBox extends ComboBox<ChoiceBox.Choice> {

    private final String any;
    private boolean isFilling;

    /**
     * A value.
     *
     * @param key empty: any
     * @param words what it is called
     */
    record Choice(String key, String words) {}

    /**
     * A box with nothing to choose yet.
     *
     * @param any what "any" is called
     * @param choose hears of the key that is chosen; empty: any
     */
    ChoiceBox(String any, String meaning, Consumer<String> choose) {
        this.any = any;
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.words();
            }

            @Override
            public @Nullable Choice fromString(String words) {
                return null;
            }
        });
        Icons.describe(this, meaning);
        setOnAction(event -> {
            Choice choice = getValue();
            if (choice != null && !isFilling) {
                choose.accept(choice.key());
            }
        });
    }

    /** Offers the values that there are; what is chosen stays so. */
    void offer(
            List<ListedRequest> requests,
            Function<ListedRequest, String> key,
            Function<ListedRequest, String> words,
            String chosen) {
        Map<String, String> named = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ListedRequest each : requests) {
            String of = key.apply(each);
            if (!of.isEmpty()) {
                named.putIfAbsent(of, words.apply(each));
                counts.merge(of, 1, Integer::sum);
            }
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", any));
        named.forEach((of, name) -> choices.add(new Choice(of, name + " (" + counts.get(of) + ")")));
        if (!chosen.isEmpty() && !named.containsKey(chosen)) {
            choices.add(new Choice(chosen, chosen + " (0)"));
        }
        isFilling = true;
        if (!getItems().equals(choices)) {
            getItems().setAll(choices);
        }
        isFilling = false;
        choose(chosen);
    }

    /** Chooses a value by its key, without telling anybody. */
    void choose(String key) {
        isFilling = true;
        for (Choice each : getItems()) {
            if (each.key().equals(key)) {
                setValue(each);
            }
        }
        isFilling = false;
    }
}
