package dev.blastradius.editor.guide;

/** Where the tour stands: five steps, some of them in several stages. */
public enum Stage {
    LOOK(
            1,
            Anchor.DRAWING,
            "This is a pipeline",
            "Requests go from left to right along the arrows; dashed ones are tried only where another has failed."
                    + " Click a box to see its numbers at the right."),
    BREAK(
            2,
            Anchor.SCENARIO,
            "This is what will break",
            "A scenario breaks something on purpose: here one provider stalls, and the red bolt marks it. Keep it, or choose"
                    + " another outage."),
    RUN(
            3,
            Anchor.RUN,
            "Run it",
            "Press Run. Many hours of traffic go by in a few seconds, several times over with different chance."),
    RUNNING(
            3,
            Anchor.RUN,
            "It is running",
            "Every request, retry and time-out is followed one by one. The same seed gives the same result on any machine."),
    SPREAD(
            4,
            Anchor.RESULTS,
            "The damage has spread",
            "Boxes now say what share of their work failed during the outage; in the chart, the shaded time is the outage."),
    CHOOSE(
            5,
            Anchor.STRATEGY,
            "Would something else have helped?",
            "A strategy is another way to build the same pipeline. Choose one: “Over to GPT-5 after 8 s”, for instance."),
    RUN_AGAIN(
            5,
            Anchor.RUN,
            "Run it again",
            "The same visitors come at the same moments, and the same outage happens: only the strategy differs."),
    RUNNING_AGAIN(5, Anchor.RUN, "It is running", "Then compare what got through."),
    COMPARED(
            5,
            Anchor.RESULTS,
            "That is the whole idea",
            "Break it, see how far the damage spreads, change something, compare. The example is a copy: draw on, or begin"
                    + " a model of your own."),
    OVER(5, Anchor.DRAWING, "", "");

    /** How many steps there are. */
    public static final int STEPS = 5;

    /** What the tour's card points at. */
    public enum Anchor {
        DRAWING,
        SCENARIO,
        RUN,
        RESULTS,
        STRATEGY
    }

    private final int step;
    private final Anchor anchor;
    private final String title;
    private final String words;

    Stage(int step, Anchor anchor, String title, String words) {
        this.step = step;
        this.anchor = anchor;
        this.title = title;
        this.words = words;
    }

    /** The step that it belongs to, from 1 to {@link #STEPS}. */
    public int step() {
        return step;
    }

    public Anchor anchor() {
        return anchor;
    }

    public String title() {
        return title;
    }

    public String words() {
        return words;
    }

    /** Whether the card offers to go on; elsewhere the user goes on by doing what it says. */
    public boolean hasNext() {
        return this == LOOK || this == BREAK || this == SPREAD || this == CHOOSE || this == COMPARED;
    }

    public boolean hasBack() {
        return this == BREAK || this == RUN || this == CHOOSE || this == RUN_AGAIN;
    }

    /** Whether it comes to an end with the next "Next". */
    public boolean isLast() {
        return this == COMPARED || this == CHOOSE;
    }

    /** Where the tour stands after something has happened: often where it stood. */
    public Stage after(Happening happening) {
        if (this == OVER || happening == Happening.LEAVE || happening == Happening.CLOSED) {
            return OVER;
        }
        return switch (this) {
            case LOOK, BREAK, RUN -> untilTheFirstRun(happening);
            case RUNNING -> happening == Happening.RUN_ENDED ? SPREAD : happening == Happening.RUN_STOPPED ? RUN : this;
            case RUNNING_AGAIN ->
                happening == Happening.RUN_ENDED ? COMPARED : happening == Happening.RUN_STOPPED ? RUN_AGAIN : this;
            case SPREAD, CHOOSE, RUN_AGAIN -> untilTheSecondRun(happening);
            case COMPARED, OVER -> happening == Happening.NEXT ? OVER : this;
        };
    }

    /** Whoever runs at once has skipped what comes before. */
    private Stage untilTheFirstRun(Happening happening) {
        return switch (happening) {
            case RUN_BEGAN -> RUNNING;
            case NEXT -> this == LOOK ? BREAK : RUN;
            case BACK -> this == RUN ? BREAK : LOOK;
            case LOOKED_AT -> this == LOOK ? BREAK : this;
            case SCENARIO_CHOSEN -> this == BREAK ? RUN : this;
            default -> this;
        };
    }

    /** A run with no strategy chosen is one more look at the damage, and leaves the tour where it is. */
    private Stage untilTheSecondRun(Happening happening) {
        return switch (happening) {
            case RUN_BEGAN -> this == RUN_AGAIN ? RUNNING_AGAIN : this;
            case STRATEGY_CHOSEN -> RUN_AGAIN;
            case NEXT -> this == SPREAD ? CHOOSE : this == CHOOSE ? OVER : this;
            case BACK -> this == RUN_AGAIN ? CHOOSE : SPREAD;
            default -> this;
        };
    }
}
