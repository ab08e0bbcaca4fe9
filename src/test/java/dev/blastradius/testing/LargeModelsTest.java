package dev.blastradius.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeModelsTest {

    @Test
    void aLargeModelHasAsManyComponentsAndArrowsAsWishedAndNothingIsWrongWithIt() {
        Pipeline pipeline = LargeModels.pipeline(300, 600);
        assertEquals(300, pipeline.components().size());
        assertEquals(600, pipeline.arrows().size());
        assertEquals(List.of(), ModelReader.check(pipeline));
    }

    @Test
    void theSameNumbersGiveTheSameModel() {
        assertEquals(LargeModels.pipeline(60, 120), LargeModels.pipeline(60, 120));
    }
}
