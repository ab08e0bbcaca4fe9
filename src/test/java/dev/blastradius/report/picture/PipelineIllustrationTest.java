package dev.blastradius.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.cascade.SamplePlayback;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A pipeline on a page, and at a moment. */
class PipelineIllustrationTest {

    private static final String BROKEN = "Opus: 97 % failed";

    private static Pipeline pipeline(String json) {
        ModelReader.Reading reading = ModelReader.read(json.replace('\'', '"'), null);
        return Objects.requireNonNull(reading.model(), () -> reading.problems().toString())
                .pipeline();
    }

    /** So many services in layers of eight, each called by one of the layer before. */
    private static Pipeline large(int parts) {
        StringBuilder components = new StringBuilder(
                "'client': {'kind': 'client', 'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 1}}");
        StringBuilder arrows = new StringBuilder();
        for (int i = 1; i < parts; i++) {
            components.append(", 'part-").append(i).append("': {'kind': 'service', 'label': 'Order service number ");
            components.append(i).append("'}");
            String from = i <= 8 ? "client" : "part-" + (i - 8);
            arrows.append(i == 1 ? "" : ", ")
                    .append("'")
                    .append(from)
                    .append("->part-")
                    .append(i)
                    .append("': {}");
        }
        return pipeline(
                "{'format': 'blastradius/1', 'components': {" + components + "}, 'dependencies': {" + arrows + "}}");
    }

    private static String svg(PipelineIllustration picture) {
        return Svg.text(picture, ChartTheme.LIGHT, "t", "d", "");
    }

    @Test
    void everyNameAndEveryFallbacksTurnIsInThePicture() {
        PipelineIllustration picture = PipelineIllustration.of(
                SamplePlayback.broken().playback().spec().pipeline());
        String svg = svg(picture);
        for (String name : List.of("Web visitors", "Robots", "Assistant", "Opus", "GPT", "fallback, with its turn")) {
            assertTrue(svg.contains(">" + name + "</text>"), name);
        }
        assertEquals("", picture.leftOut());
    }

    @Test
    void itsWordsSayWhoCallsWhomAndWhatIsAFallback() {
        String words = PipelineIllustration.of(
                        SamplePlayback.broken().playback().spec().pipeline())
                .words();
        assertTrue(words.contains("5 components, 4 dependencies"), words);
        assertTrue(words.contains("Assistant → Opus; GPT (as a fallback)."), words);
    }

    @Test
    void aHundredPartsHaveNumbersAndAListOfTheirNames() {
        PipelineIllustration picture = PipelineIllustration.of(large(100));
        assertTrue(picture.leftOut().contains("100 components"), picture.leftOut());
        String svg = svg(picture);
        assertTrue(svg.contains(">100</text>"), "its number");
        assertTrue(svg.contains(">Order service number 99</text>"), "its name in the list");
        assertTrue(picture.width() <= 720 && picture.height() < 1_100, picture.width() + " × " + picture.height());
    }

    @Test
    void noTwoBoxesOverlapAndAllAreInThePicture() {
        for (int parts : new int[] {1, 12, 40}) {
            Pipeline pipeline = large(parts);
            PipelinePlan plan = PipelinePlan.of(pipeline, Map.of());
            List<Rect> boxes = new ArrayList<>(plan.boxes().values());
            assertEquals(parts, boxes.size());
            for (int i = 0; i < parts; i++) {
                Rect box = boxes.get(i);
                assertTrue(box.x() >= 0 && box.right() <= PipelinePlan.WIDTH && box.y() >= 0, box.toString());
                for (int other = i + 1; other < parts; other++) {
                    assertFalse(box.overlaps(boxes.get(other)), box + " and " + boxes.get(other));
                }
            }
        }
    }

    @Test
    void anEmptyPipelineIsAPictureToo() {
        PipelineIllustration picture =
                PipelineIllustration.of(pipeline("{'format': 'blastradius/1', 'components': {}}"));
        assertTrue(picture.height() > 0);
        assertTrue(svg(picture).startsWith("<svg"));
        assertTrue(picture.words().contains("0 components"), picture.words());
    }

    @Test
    void aMomentTellsWhatFailsWhatWaitsAndWhatStandsIn() {
        SamplePlayback sample = SamplePlayback.broken();
        sample.chronicle()
                .put(ComponentSeries.ARRIVED, "opus", 20, 40, 100)
                .put(ComponentSeries.ANSWERED, "opus", 20, 40, 100)
                .put(ComponentSeries.FAILED, "opus", 20, 40, 97)
                .put(ComponentSeries.FAULTED, "opus", 20, 40, 1)
                .put(ComponentSeries.ARRIVED, "assistant", 0, 60, 200)
                .put(ComponentSeries.ANSWERED, "assistant", 0, 60, 200)
                .put(ComponentSeries.QUEUE, "assistant", 20, 40, 12)
                .put(DependencySeries.OPEN, "assistant->opus", 20, 40, 1)
                .put(DependencySeries.CALLS, "assistant->gpt", 20, 40, 60)
                .put(DependencySeries.FALLBACKS, "assistant->gpt", 20, 40, 60);
        Playback playback = sample.playback();
        Cascade cascade = new Cascade(
                List.of(
                        new Onset(1, 40, "opus", Onset.Limit.FAULT, "it began", 80),
                        new Onset(2, 70, "assistant", Onset.Limit.SLOW, "later", 90)),
                List.of());
        PipelineIllustration during = PipelineIllustration.at(playback, cascade, 50);
        String words = during.words();
        assertTrue(words.startsWith("The pipeline at 0:50."), words);
        assertTrue(words.contains(BROKEN), words);
        assertTrue(words.contains("a fault acts on it"), words);
        assertTrue(words.contains("Circuit breakers open: Assistant → Opus."), words);
        assertTrue(words.contains("Fallbacks in use: Assistant → GPT."), words);
        String svg = svg(during);
        assertTrue(svg.contains(">97 % failed</text>"), "failures in words");
        assertTrue(svg.contains(">12 waiting</text>"), "the queue in words");
        assertTrue(svg.contains(">open</text>"), "what the switch means");
        assertEquals(1, ranks(svg, "1"), "the event that was before the moment");
        assertEquals(0, ranks(svg, "2"), "the event that is still to come");
        String before = PipelineIllustration.at(playback, Cascade.NONE, 10).words();
        assertTrue(before.contains("Nothing fails"), before);
    }

    /** How many numbers of the chain there are; the legend's is one of its own. */
    private static int ranks(String svg, String number) {
        int count = svg.split(">" + number + "</text>", -1).length - 1;
        Map<String, Integer> others = new LinkedHashMap<>(Map.of("1", 2, "2", 0));
        return count - others.getOrDefault(number, 0);
    }
}
