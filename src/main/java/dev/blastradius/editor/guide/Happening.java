package dev.blastradius.editor.guide;

/** What the tour takes notice of: what the user does, and what comes of it. */
public enum Happening {
    /** "Next" was pressed on the tour's card. */
    NEXT,
    /** "Back" was pressed on the tour's card. */
    BACK,
    /** The tour was left. */
    LEAVE,
    /** A box or an arrow was selected. */
    LOOKED_AT,
    /** A scenario was chosen that breaks something. */
    SCENARIO_CHOSEN,
    /** A strategy other than the drawn one was chosen. */
    STRATEGY_CHOSEN,
    /** A run has begun. */
    RUN_BEGAN,
    /** A run has ended with a result. */
    RUN_ENDED,
    /** A run has ended without one. */
    RUN_STOPPED,
    /** The model was closed, or another one opened. */
    CLOSED
}
