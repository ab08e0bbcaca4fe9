package dev.blastradius.editor.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.Presets;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static List<Piece> pieces(String sought) {
        return Catalogue.find(sought).stream()
                .flatMap(group -> group.pieces().stream())
                .toList();
    }

    @Test
    void everyKindAndEveryPresetIsInItOnceWithAKeyOfItsOwn() {
        List<Piece> all = pieces("");
        assertEquals(Kinds.ALL.size() + Presets.all().size(), all.size());
        assertEquals(all.size(), new HashSet<>(all.stream().map(Piece::key).toList()).size());
    }

    @Test
    void kindsComeBeforePresets() {
        List<Boolean> presets =
                Catalogue.all().stream().map(Catalogue.Group::presets).toList();
        assertEquals(presets.stream().sorted().toList(), presets);
    }

    @Test
    void everyKindSaysInFewWordsWhatItIsAndInMoreWhatItSimulates() {
        for (Kind<? extends Component> kind : Kinds.ALL) {
            Piece piece = new Piece.OfKind(kind);
            assertTrue(piece.line().length() >= 10 && piece.line().length() <= 45, piece.line());
            assertTrue(Catalogue.explain(piece).startsWith(kind.meaning()), kind.key());
            assertTrue(Catalogue.explain(piece).lines().count() == 2, kind.key());
        }
    }

    @Test
    void wordsAreSoughtInAnyOrderAndCase() {
        assertEquals(
                List.of("Claude Opus 4.8"),
                pieces("4.8 OPUS").stream().map(Piece::title).toList());
    }

    @Test
    void aKindsNameFindsItAndItsPresets() {
        List<Piece> found = pieces("store");
        assertTrue(found.contains(new Piece.OfKind(dev.blastradius.model.component.Store.KIND)));
        assertEquals(
                Presets.of("store").size(),
                found.stream().filter(Piece.OfPreset.class::isInstance).count());
    }

    @Test
    void noGroupIsEmptyAndNothingIsFoundForNonsense() {
        assertTrue(Catalogue.find("qqq").isEmpty());
        Catalogue.find("cl").forEach(group -> assertFalse(group.pieces().isEmpty(), group.title()));
    }
}
