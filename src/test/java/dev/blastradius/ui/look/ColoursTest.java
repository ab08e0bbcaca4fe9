package dev.blastradius.ui.look;

import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.StrategyInks;
import dev.blastradius.ui.look.ColourMath.Eyes;
import dev.blastradius.ui.look.StyleRules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every colour of the style sheets, in both themes, against what it can lie on. */
class ColoursTest {

    /** Web Content Accessibility Guidelines 2.2, 1.4.3: text. */
    private static final double TEXT = 4.5;

    /** The same, 1.4.11: what is not text and has a meaning. */
    private static final double GRAPHIC = 3;

    /** Ten times the smallest difference that is noticed side by side would be 23; half of that tells marks apart at a glance. */
    private static final double APART = 11;

    private static final List<String> SHEETS = List.of(
            "/dev/blastradius/ui/look/window.css",
            "/dev/blastradius/ui/look/palette.css",
            "/dev/blastradius/ui/look/start.css",
            "/dev/blastradius/ui/look/guide.css",
            "/dev/blastradius/ui/look/inspector.css",
            "/dev/blastradius/ui/look/commands.css",
            "/dev/blastradius/ui/look/plot.css",
            "/dev/blastradius/ui/results/results.css",
            "/dev/blastradius/ui/compare/compare.css",
            "/dev/blastradius/ui/cascade/timeline/timeline.css");

    private static final List<String> GROUNDS =
            List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset", "-color-bg-overlay");

    /** Lines that only part one area from another, or repeat what a shape inside them says. */
    private static final Set<String> DECORATION =
            Set.of(".band", ".chart-cursor", ".density-base", ".timeline-tick", ".fault-open");

    /** What the drawing marks by colour, each with the words or the shape that say the same. */
    private static final Map<String, String> MARKS = Map.of(
            "-color-accent-emphasis", "selected: a wider outline, and the inspector shows it",
            "-color-danger-emphasis", "broken: a label with the share that failed, a bolt on what a scenario breaks",
            "-color-warning-emphasis", "hurt: a label with the share that failed",
            "-color-success-emphasis", "where an arrow would end: a wider outline while it is pulled");

    enum Both {
        LIGHT(new PrimerLight().getUserAgentStylesheet(), "light", ChartTheme.LIGHT),
        DARK(new PrimerDark().getUserAgentStylesheet(), "dark", ChartTheme.DARK);

        private final Map<String, String> names;
        private final String word;
        private final ChartTheme chart;

        Both(String sheet, String word, ChartTheme chart) {
            this.names = StyleRules.names(sheet);
            this.word = word;
            this.chart = chart;
        }

        private double[] colour(String value, double[] below) {
            return StyleRules.colour(value, names, below);
        }

        private double[] page() {
            return colour("-color-bg-default", new double[3]);
        }

        /** The rules that hold in this theme. */
        private List<Rule> rules() {
            String other = this == LIGHT ? ".dark " : ".light ";
            return SHEETS.stream()
                    .flatMap(sheet -> StyleRules.of(sheet).stream())
                    .filter(rule -> !rule.selector().startsWith(other))
                    .toList();
        }
    }

    private static void check(Both theme, String property, double least, List<String> found) {
        for (Rule rule : theme.rules()) {
            String value = rule.values().get(property);
            if (value == null
                    || value.equals("null")
                    || value.equals("transparent")
                    || DECORATION.contains(rule.selector())) {
                continue;
            }
            for (double[] ground : grounds(theme, rule)) {
                double contrast = ColourMath.contrast(theme.colour(value, ground), ground);
                if (contrast < least) {
                    found.add(String.format(
                            "%s: %s %s has a contrast of %.2f", theme.word, rule.selector(), value, contrast));
                }
            }
        }
    }

    /** What a rule's text or lines lie on: its own ground or its parent's where one is set, else any that there is. */
    private static List<double[]> grounds(Both theme, Rule rule) {
        String plain = rule.selector().replaceAll(":[a-z]+", "").replaceAll("^\\.(light|dark) ", "");
        String parent = plain.replaceAll(" [^ ]+$", "");
        return Stream.of(rule.selector(), plain, parent)
                .flatMap(selector -> theme.rules().stream()
                        .filter(each -> each.selector().equals(selector))
                        .map(each -> each.values().get("-fx-background-color")))
                .filter(own -> own != null && !own.equals("transparent"))
                .findFirst()
                .map(own -> List.of(theme.colour(own, theme.page())))
                .orElseGet(() -> GROUNDS.stream()
                        .map(name -> theme.colour(name, theme.page()))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void everyTextCanBeReadOnWhatItLiesOn(Both theme) {
        List<String> found = new ArrayList<>();
        check(theme, "-fx-text-fill", TEXT, found);
        assertTrue(found.isEmpty(), String.join("\n", found));
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void everyLineAndIconStandsOutFromWhatItLiesOn(Both theme) {
        List<String> found = new ArrayList<>();
        check(theme, "-fx-stroke", GRAPHIC, found);
        check(theme, "-fx-icon-color", GRAPHIC, found);
        assertTrue(found.isEmpty(), String.join("\n", found));
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void whiteWordsOnAMarkCanBeRead(Both theme) {
        List<String> found = new ArrayList<>();
        for (Rule rule : theme.rules()) {
            String ground = rule.values().get("-fx-background-color");
            if (rule.selector().endsWith(".box-damage") && ground != null && !overruled(theme, rule)) {
                double contrast = ColourMath.contrast(theme.colour("white", null), theme.colour(ground, theme.page()));
                if (contrast < TEXT) {
                    found.add(String.format("%s: %s %.2f", theme.word, rule.selector(), contrast));
                }
            }
        }
        assertTrue(found.isEmpty(), String.join("\n", found));
    }

    private static boolean overruled(Both theme, Rule rule) {
        return theme.rules().stream()
                .anyMatch(each -> each.selector().equals("." + theme.word + " " + rule.selector()));
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void theOutcomesOfRequestsDifferForAllEyes(Both theme) {
        differForAllEyes(theme, List.of(Ink.OK, Ink.DEGRADED, Ink.DEFERRED, Ink.FAILED, Ink.ABANDONED));
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void tenStrategiesAndWhatTheyAreHeldAgainstDifferForAllEyesAndStandOutAsThinLines(Both theme) {
        List<Ink> inks = new ArrayList<>(List.of(Ink.REFERENCE));
        for (int place = 0; place < 10; place++) {
            inks.add(StrategyInks.of(place));
        }
        differForAllEyes(theme, inks);
        for (Ink ink : inks) {
            for (String ground : List.of("-color-bg-default", "-color-bg-subtle")) {
                double contrast =
                        ColourMath.contrast(theme.colour(theme.chart.web(ink), null), theme.colour(ground, null));
                assertTrue(contrast >= GRAPHIC, theme.word + ": " + ink + " on " + ground + " has " + contrast);
            }
        }
    }

    private static void differForAllEyes(Both theme, List<Ink> outcomes) {
        List<String> found = new ArrayList<>();
        for (Eyes eyes : Eyes.values()) {
            for (int i = 0; i < outcomes.size(); i++) {
                for (int j = i + 1; j < outcomes.size(); j++) {
                    double[] one = theme.colour(theme.chart.web(outcomes.get(i)), null);
                    double[] other = theme.colour(theme.chart.web(outcomes.get(j)), null);
                    double distance = ColourMath.distance(one, other, eyes);
                    if (distance < APART) {
                        found.add(String.format(
                                "%s, %s: %s and %s are %.1f apart",
                                theme.word, eyes, outcomes.get(i), outcomes.get(j), distance));
                    }
                }
            }
        }
        assertTrue(found.isEmpty(), String.join("\n", found));
    }

    @ParameterizedTest
    @EnumSource(Both.class)
    void theDrawingsMarksDifferFromPlainOutlinesForAllEyesAndHaveWordsOrShapesBesides(Both theme) {
        List<String> found = new ArrayList<>();
        double[] plain = theme.colour("-color-fg-subtle", null);
        for (Eyes eyes : Eyes.values()) {
            MARKS.forEach((mark, besides) -> {
                double distance = ColourMath.distance(theme.colour(mark, null), plain, eyes);
                if (distance < APART || besides.isBlank()) {
                    found.add(String.format("%s, %s: %s is %.1f from plain", theme.word, eyes, mark, distance));
                }
            });
        }
        assertTrue(found.isEmpty(), String.join("\n", found));
    }
}
