package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Point;

/** What the pointer does between press and release; points are the drawing's. */
interface Gesture {

    /** The pointer has moved. */
    void drag(Point to);

    /** The button was released. */
    void end(Point at);

    /** The gesture is given up: everything is as before. */
    void cancel();
}
