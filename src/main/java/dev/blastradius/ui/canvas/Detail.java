package dev.blastradius.ui.canvas;

/** How much of boxes and arrows is shown: as much as can be read at the present size, for what cannot be read only takes time. */
enum Detail {
    /** The outline alone. */
    SHAPE,
    /** The name too, in larger letters. */
    NAME,
    /** Everything. */
    FULL;

    private static final double NAMES = 0.2;
    private static final double ALL = 0.5;

    /** What can be read at a zoom; 1 is a pixel for a pixel. */
    static Detail at(double zoom) {
        return zoom < NAMES ? SHAPE : zoom < ALL ? NAME : FULL;
    }
}
