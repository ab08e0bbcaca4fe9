package dev.blastradius.editor.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.guide.Stage.Anchor;
import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {

    private static Stage after(Happening... happenings) {
        Stage stage = Stage.LOOK;
        for (Happening each : happenings) {
            stage = stage.after(each);
        }
        return stage;
    }

    @Test
    void doingWhatEachStepSaysLeadsThroughAllOfThem() {
        assertEquals(Stage.BREAK, after(Happening.LOOKED_AT));
        assertEquals(Stage.RUN, after(Happening.LOOKED_AT, Happening.SCENARIO_CHOSEN));
        assertEquals(Stage.RUNNING, after(Happening.NEXT, Happening.NEXT, Happening.RUN_BEGAN));
        Stage spread = Stage.RUNNING.after(Happening.RUN_ENDED);
        assertEquals(Stage.SPREAD, spread);
        Stage compared = spread.after(Happening.NEXT)
                .after(Happening.STRATEGY_CHOSEN)
                .after(Happening.RUN_BEGAN)
                .after(Happening.RUN_ENDED);
        assertEquals(Stage.COMPARED, compared);
        assertEquals(Stage.OVER, compared.after(Happening.NEXT));
    }

    @Test
    void whoeverRunsAtOnceSkipsWhatComesBefore() {
        assertEquals(Stage.SPREAD, after(Happening.RUN_BEGAN, Happening.RUN_ENDED));
    }

    @Test
    void aCancelledRunIsAskedForAgain() {
        assertEquals(Stage.RUN, after(Happening.RUN_BEGAN, Happening.RUN_STOPPED));
        assertEquals(Stage.RUN_AGAIN, Stage.RUNNING_AGAIN.after(Happening.RUN_STOPPED));
    }

    @Test
    void onlyARunWithAnotherStrategyEndsTheLastStep() {
        assertEquals(Stage.CHOOSE, Stage.CHOOSE.after(Happening.RUN_BEGAN).after(Happening.RUN_ENDED));
        assertEquals(Stage.RUN_AGAIN, Stage.SPREAD.after(Happening.STRATEGY_CHOSEN));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void itCanBeLeftEverywhereAndEndsWithItsModel(Stage stage) {
        assertEquals(Stage.OVER, stage.after(Happening.LEAVE));
        assertEquals(Stage.OVER, stage.after(Happening.CLOSED));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatHasABackGoesToAnEarlierStageAndWhatHasANextToALaterOne(Stage stage) {
        assertEquals(
                stage.hasBack(),
                stage.after(Happening.BACK).ordinal() < stage.ordinal() && stage != Stage.OVER,
                "back");
        assertEquals(stage.hasNext(), stage.after(Happening.NEXT).ordinal() > stage.ordinal(), "next");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, names = "OVER", mode = EnumSource.Mode.EXCLUDE)
    void everyStageSaysInFewWordsWhatToDo(Stage stage) {
        assertFalse(stage.title().isEmpty());
        assertTrue(stage.words().length() >= 20 && stage.words().length() <= 160, stage.words());
        assertTrue(stage.step() >= 1 && stage.step() <= Stage.STEPS);
    }

    @Test
    void theStrategyThatItNamesIsInTheExample() {
        Matcher named = Pattern.compile("“(.*)”").matcher(Stage.CHOOSE.words());
        assertTrue(named.find());
        Pipeline example = Examples.load(Examples.names().get(0)).pipeline();
        assertTrue(example.strategiesOrNone().entrySet().stream()
                .anyMatch(each -> each.getValue().title(each.getKey()).startsWith(named.group(1))));
        assertEquals(Anchor.STRATEGY, Stage.CHOOSE.anchor());
    }
}
