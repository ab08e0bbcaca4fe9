package dev.blastradius.editor.live;

import dev.blastradius.experiment.live.Action;
import dev.blastradius.fault.EffectsFit;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.check.Subject;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a click or a key does to a box or an arrow of a run that goes on. */
public enum LiveMove {
    KILL(Part.BOX, "K", "Kill", "Refuses everything at once", "unavailable", true),
    SLOW(Part.BOX, "S", "Slow ×3", "Takes three times as long", "latencyFactor", 3.0),
    CRAWL(Part.BOX, "Shift+S", "Slow ×10", "Takes ten times as long", "latencyFactor", 10.0),
    ERRORS(Part.BOX, "E", "Errors 40 %", "Answers four of ten with an error", "errorRate", 0.4),
    GARBLE(Part.BOX, "G", "Garble 50 %", "Every other answer is useless, and billed", "malformedRate", 0.5),
    WRONG(Part.BOX, "W", "Wrong 40 %", "Four of ten answers are wrong, and nobody notices", "wrongRate", 0.4),
    HANG(Part.BOX, "H", "Hang", "Never answers", "hangRate", 1.0),
    REVOKE(Part.BOX, "R", "Revoke credentials", "Refuses each call as unauthorised", "unauthorized", true),
    QUOTA(Part.BOX, "Q", "Quota ÷10", "Allows a tenth of what its rate limit says", "quotaFactor", 0.1),
    CUT(Part.ARROW, "K", "Cut", "The network refuses every call at once", "unavailable", true),
    LOSE(Part.ARROW, "H", "Lose 30 %", "Three of ten calls are never answered", "hangRate", 0.3),
    DELAY(Part.ARROW, "S", "Delay by 2 s", "The network takes two seconds longer", "addedLatency", Duration.of("2s")),
    DOUBLE(Part.CLIENT, "T", "Traffic ×2", "Sends twice as much as usual", 2),
    SURGE(Part.CLIENT, "Shift+T", "Traffic ×5", "Sends five times as much as usual", 5),
    SILENCE(Part.CLIENT, "0", "Traffic ×0", "Sends nothing", 0),
    USUAL(Part.CLIENT, "U", "Usual traffic", "Sends as much as the model says", 1);

    private enum Part {
        BOX,
        ARROW,
        CLIENT
    }

    private static final String ALONE = "live";

    private final Part part;
    private final String key;
    private final String title;
    private final String meaning;
    private final Map<String, Object> effects;
    private final double factor;

    LiveMove(Part part, String key, String title, String meaning, String effect, Object value) {
        this.part = part;
        this.key = key;
        this.title = title;
        this.meaning = meaning;
        this.effects = Map.of(effect, value);
        this.factor = Double.NaN;
    }

    LiveMove(Part part, String key, String title, String meaning, double factor) {
        this.part = part;
        this.key = key;
        this.title = title;
        this.meaning = meaning;
        this.effects = Map.of();
        this.factor = factor;
    }

    /** The key that does it to what has the focus, as {@code KeyCombination} reads it. */
    public String key() {
        return key;
    }

    /** What it does, in a word or two. */
    public String title() {
        return title;
    }

    /** What that means, in a sentence without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** What it does to a part, by the part's id or key. */
    public Action on(String id) {
        return part == Part.CLIENT ? new Action.Traffic(id, factor) : new Action.Break(Fault.Target.id(id), effects);
    }

    /** The moves that do something to a part, by its id or key, in their order. */
    public static List<LiveMove> fitting(Pipeline pipeline, String id) {
        return Arrays.stream(values()).filter(move -> move.fits(pipeline, id)).toList();
    }

    private boolean fits(Pipeline pipeline, String id) {
        boolean isArrow = pipeline.arrows().containsKey(id);
        boolean isClient = pipeline.components().get(id) instanceof Client;
        boolean isBox = pipeline.components().containsKey(id) && !isClient;
        return switch (part) {
            case CLIENT -> isClient;
            case ARROW -> isArrow && acts(pipeline, id);
            case BOX -> isBox && acts(pipeline, id);
        };
    }

    private boolean acts(Pipeline pipeline, String id) {
        Fault fault = new Fault(Fault.Target.id(id), Duration.ZERO, null, null, null, effects);
        Scenario scenario = new Scenario(null, null, List.of(fault));
        Problems problems = new Problems();
        new EffectsFit()
                .check(new Subject(pipeline.withScenarios(Map.of(ALONE, scenario)), Set.of(), Set.of()), problems);
        return problems.all().isEmpty();
    }

    /** The move that an action was, apart from whom it was done to; null: none of these. */
    public static @Nullable LiveMove of(Action action) {
        return Arrays.stream(values())
                .filter(move -> move.did(action))
                .findFirst()
                .orElse(null);
    }

    private boolean did(Action action) {
        if (action instanceof Action.Traffic traffic) {
            return part == Part.CLIENT && traffic.factor() == factor;
        }
        if (action instanceof Action.Break done) {
            String id = done.target().id();
            boolean isArrow = id != null && id.contains("->");
            return part == (isArrow ? Part.ARROW : Part.BOX) && done.effects().equals(effects);
        }
        return false;
    }
}
