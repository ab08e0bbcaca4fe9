package dev.blastradius.ui;

import dev.blastradius.ui.command.Gesture;
import java.util.List;

/** What the pointer does, and those keys that are no commands': the list of keys shows them. To add one, add its line here. */
final class Gestures {

    private static final String DRAWING = "On the drawing";
    private static final String SEEN = "What is seen of the drawing";
    private static final String TIMELINE = "On the timeline of a scenario";
    private static final String STAGE = "On the stage of the cascade";
    private static final String CHARTS = "In the charts of a replication";
    private static final String FIELDS = "In fields";
    private static final String LIVE = "In a live run";
    private static final String PALETTE = "In the components at the left";

    static final List<Gesture> ALL = List.of(
            new Gesture(DRAWING, "Drag a box", "Moves it, with all that is selected; guides show where it lines up"),
            new Gesture(DRAWING, "Drag with Shift", "Moves sideways only, or up and down only"),
            new Gesture(DRAWING, "Drag with Ctrl", "Moves a copy of what is selected"),
            new Gesture(DRAWING, "Drag with Alt", "Moves without snapping to guides"),
            new Gesture(DRAWING, "Arrow keys", "Move what is selected by 10 pixels, with Shift by one"),
            new Gesture(
                    DRAWING, "Drag from a box's edge", "Draws an arrow to another box, or to a new one where none is"),
            new Gesture(DRAWING, "Drag from an arrow's middle", "Draws a fallback for it"),
            new Gesture(DRAWING, "Drag an arrow's end", "Leads it to another box"),
            new Gesture(DRAWING, "Double-click a box", "Edits its name in place, as Enter does"),
            new Gesture(DRAWING, "Double-click an arrow", "Goes to its fields, as Enter does"),
            new Gesture(DRAWING, "Double-click empty space", "Adds a component there"),
            new Gesture(DRAWING, "Click", "Selects; with Shift or Ctrl takes in or out"),
            new Gesture(
                    DRAWING, "Drag over empty space", "Selects what lies inside; with Shift besides what is selected"),
            new Gesture(DRAWING, "Right-click", "Opens the menu of what can be done there"),
            new Gesture(DRAWING, "Tab, Shift+Tab", "Go to the next box or arrow, or the one before"),
            new Gesture(DRAWING, "Alt+arrow keys", "Go along an arrow to the box on that side"),
            new Gesture(DRAWING, "Escape", "Gives up what is being done; then selects nothing"),
            new Gesture(SEEN, "Ctrl+wheel, or pinch", "Zooms to the pointer"),
            new Gesture(SEEN, "Wheel, or two fingers", "Scrolls; with Shift sideways"),
            new Gesture(SEEN, "Drag with the middle button, or with Space", "Moves what is seen"),
            new Gesture(STAGE, "Click", "Looks closer at a box or an arrow; on a number goes to its moment"),
            new Gesture(STAGE, "Drag", "Moves what is seen; the wheel does too, and with Ctrl it zooms"),
            new Gesture(STAGE, "+, −, 0", "Larger, smaller, the whole drawing"),
            new Gesture(STAGE, "F", "Shows or hides how long frames take"),
            new Gesture(STAGE, "Space", "Plays the recording, or pauses"),
            new Gesture(STAGE, "Full stop, comma", "A recorded step on, a step back"),
            new Gesture(STAGE, "N, P", "To the next event of the chain, to the one before"),
            new Gesture(STAGE, "Home, End", "To the beginning, to the end"),
            new Gesture(STAGE, "Square brackets", "Slower, faster"),
            new Gesture(STAGE, "Escape, F11", "Leaves the presentation; the whole screen, or the window again"),
            new Gesture(
                    TIMELINE,
                    "Drag a bar",
                    "Moves the fault in time, and to another track, whose target it befalls then"),
            new Gesture(
                    TIMELINE, "Drag with Shift", "Moves it to another track only; on an empty part sees that stretch"),
            new Gesture(TIMELINE, "Drag with Ctrl", "Moves a copy"),
            new Gesture(TIMELINE, "Drag with Alt", "Moves without snapping to a clock's moments"),
            new Gesture(
                    TIMELINE,
                    "Drag a bar's end",
                    "Stretches it; past the run's end it lasts to the end, however long that is"),
            new Gesture(TIMELINE, "Drag the dot on a bar", "Changes how long it takes to reach its full strength"),
            new Gesture(
                    TIMELINE, "Drag on an empty part", "Draws a new fault; a double-click draws one of a usual length"),
            new Gesture(TIMELINE, "Drag a flag", "Changes when people do that step of the runbook"),
            new Gesture(TIMELINE, "Click", "Selects a bar; on an empty part, or over the tracks, moves the cursor"),
            new Gesture(TIMELINE, "Left, Right", "Move the bar or the flag that has the keyboard; with Alt by a tenth"),
            new Gesture(TIMELINE, "Up, Down", "Go to the next bar; with Shift move it to the next track"),
            new Gesture(TIMELINE, "+, −", "Make it longer or shorter"),
            new Gesture(TIMELINE, "Insert, Delete", "Draw a new fault, or delete this one"),
            new Gesture(TIMELINE, "Ctrl+D, Ctrl+C, Ctrl+X, Ctrl+V", "Duplicate, copy, cut, and paste at the cursor"),
            new Gesture(
                    TIMELINE,
                    "Wheel",
                    "Zooms to the pointer; with Shift, or dragging with the middle button, moves along; with Alt scrolls"),
            new Gesture(TIMELINE, "Escape", "Gives up what is being done; then selects nothing"),
            new Gesture(
                    CHARTS,
                    "Wheel",
                    "Zooms about the moment under the pointer; beside the plots, or with Alt, scrolls"),
            new Gesture(CHARTS, "Drag", "Moves along in time, and through the charts up and down"),
            new Gesture(CHARTS, "Drag with Shift", "Shows that stretch of time"),
            new Gesture(CHARTS, "Click", "Looks at that moment; a double-click shows the whole run"),
            new Gesture(CHARTS, "Right-click", "Lists the requests of that moment, and what else can be done there"),
            new Gesture(CHARTS, "+, −, 0", "Zoom in, zoom out, show the whole run"),
            new Gesture(CHARTS, "Left, Right", "Move along by a tenth of what is seen"),
            new Gesture(CHARTS, "Up, Down, Page Up, Page Down", "Scroll through the charts"),
            new Gesture(CHARTS, "R", "Lists the requests of the moment that is looked at"),
            new Gesture(FIELDS, "Enter", "Enters what was typed; so does leaving the field"),
            new Gesture(FIELDS, "Escape", "Takes back what was typed"),
            new Gesture(PALETTE, "Drag to the drawing", "Adds the component there; on an arrow, between its ends"),
            new Gesture(PALETTE, "Double-click, or Enter", "Adds it in the middle of what is seen"),
            new Gesture(LIVE, "Click a box or an arrow", "Offers what can be done to it"),
            new Gesture(LIVE, "K, S, H", "Kills or cuts, slows or delays, hangs or loses: what is in focus"),
            new Gesture(
                    LIVE,
                    "E, G, W, R, Q",
                    "Errors, garbled or wrong answers, revoked credentials, a tenth of the quota"),
            new Gesture(LIVE, "T, U, 0", "A client's traffic: twice, with Shift five times; as usual; none"),
            new Gesture(LIVE, "M", "Mends what is in focus"),
            new Gesture("In the window", "Drop a model file", "Opens it"));

    private Gestures() {}
}
