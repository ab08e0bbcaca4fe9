package dev.blastradius.chart.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartPainter;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Names;
import dev.blastradius.chart.Stretch;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExampleChartsTest {

    private static final Path MODELS = Path.of("models");

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(".blast.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyChartOfEveryExampleIsPaintedInLightAndInDark(Path example) {
        Model model = Objects.requireNonNull(ModelReader.read(example).model());
        String scenario = model.pipeline().scenariosOrNone().keySet().iterator().next();
        RunSpec spec = Strategies.runSpec(model, scenario, Strategy.AS_DRAWN);
        RunSettings settings =
                RunSettings.of(model.pipeline().settings()).withSpan(Duration.of("14m"), Duration.of("1m"));
        Playback playback = Objects.requireNonNull(Recorder.record(spec, settings, 0, RunProgress.NONE));
        Names names = new Names(spec.pipeline());
        List<String> drawn = new ArrayList<>();
        for (CascadeChart kind : CascadeCharts.ALL) {
            List<Subject> subjects = kind.subjects(playback, names);
            if (!subjects.isEmpty()) {
                String subject = kind.mostTelling(playback, names);
                assertTrue(subjects.stream().anyMatch(each -> each.id().equals(subject)), kind.key());
                paint(kind.chart(playback, names, subject), playback);
                drawn.add(kind.key());
            }
        }
        assertFalse(drawn.isEmpty());
    }

    private static void paint(Charted chart, Playback playback) {
        Stretch stretch = new Stretch(0, playback.duration(), 150, 64, false, false);
        for (ChartTheme theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
            BufferedImage image = ChartPainter.paint(chart, theme, stretch, 900, 90, 1);
            assertEquals(theme.background().getRGB(), image.getRGB(899, 89), chart.title());
        }
        assertEquals(
                chart.legend().size(), chart.values(playback.duration() / 2).size());
    }
}
