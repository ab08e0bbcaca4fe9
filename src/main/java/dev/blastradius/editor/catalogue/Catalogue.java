package dev.blastradius.editor.catalogue;

import dev.blastradius.editor.PresetEdits;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything that a model can be built of, in groups, as far as it matches what somebody looks for. */
public final class Catalogue {

    /**
     * Pieces that are shown together.
     *
     * @param presets whether they are kinds with published values; else they are the kinds themselves
     */
    public record Group(String title, boolean presets, List<Piece> pieces) {

        public Group {
            pieces = List.copyOf(pieces);
        }
    }

    private Catalogue() {}

    /** All kinds by what they do with requests, then all presets by their groups. */
    public static List<Group> all() {
        return find("");
    }

    /**
     * The pieces that match.
     *
     * @param sought words, each of which must stand somewhere in a piece's title, kind, line or group; empty for all
     * @return groups in the order of {@link #all()}, none of them empty
     */
    public static List<Group> find(String sought) {
        List<String> words = Arrays.stream(
                        sought.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        Map<String, List<Piece>> kinds = new LinkedHashMap<>();
        for (Kind<? extends Component> kind : Kinds.ALL) {
            add(kinds, doing(kind.role()), new Piece.OfKind(kind), words);
        }
        Map<String, List<Piece>> presets = new LinkedHashMap<>();
        for (Preset preset : Presets.all()) {
            Kinds.ALL.stream()
                    .filter(kind -> kind.key().equals(preset.kind()))
                    .forEach(kind -> add(presets, preset.group(), new Piece.OfPreset(preset, kind), words));
        }
        List<Group> groups = new ArrayList<>();
        kinds.forEach((title, pieces) -> groups.add(new Group(title, false, pieces)));
        presets.forEach((title, pieces) -> groups.add(new Group(title, true, pieces)));
        return List.copyOf(groups);
    }

    private static void add(Map<String, List<Piece>> groups, String group, Piece piece, List<String> words) {
        String text = String.join(
                        " ", group, piece.title(), piece.line(), piece.kind().title(), piece.key())
                .toLowerCase(Locale.ROOT);
        if (words.stream().allMatch(text::contains)) {
            groups.computeIfAbsent(group, any -> new ArrayList<>()).add(piece);
        }
    }

    private static String doing(Kind.Role role) {
        return switch (role) {
            case SOURCE -> "Asks";
            case STATION -> "Does the work";
            case ROUTER, CACHE, BUFFER -> "Stands in between";
            case ANSWER -> "Answers at once";
        };
    }

    /** What a piece simulates, in a few sentences. */
    public static String explain(Piece piece) {
        if (piece instanceof Piece.OfPreset preset) {
            return piece.kind().title() + ": " + piece.line() + ".\n" + PresetEdits.sources(preset.preset(), "\n");
        }
        return piece.kind().meaning() + ".\n" + simulated(piece.kind().role());
    }

    private static String simulated(Kind.Role role) {
        return switch (role) {
            case SOURCE -> "It sends requests, counts what comes back in time, and is called by nobody.";
            case STATION ->
                "Requests wait for one of its servers, take their time, and may be refused, slowed or failed by a fault;"
                        + " it calls everything that its arrows lead to.";
            case ROUTER ->
                "It sends each call to one of what its arrows lead to, by a rule, and can leave out what fails.";
            case CACHE -> "A share of the requests, the hit rate, it answers itself; the others go along its arrow.";
            case BUFFER ->
                "It says yes at once; consumers work through what has gathered, and the work can pile up or be dropped.";
            case ANSWER -> "It takes no time and cannot fail: what a fallback ends in.";
        };
    }
}
