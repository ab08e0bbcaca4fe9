package dev.blastradius.ui.cascade.frames;

import java.io.IOException;

/** Takes pictures one after the other and keeps none of them in memory. Used by one thread. */
public interface FrameSink {

    /**
     * The next picture.
     *
     * @param pixels row by row, opaque, as 0xAARRGGBB; not kept
     */
    void add(int[] pixels) throws IOException;

    /** There are no more: what was written is put in its place. */
    void finish() throws IOException;

    /** It is given up: nothing of it stays. */
    void abandon();
}
