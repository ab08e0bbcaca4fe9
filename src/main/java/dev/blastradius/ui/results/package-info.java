/** The run in the window: starting and cancelling it off the screen's thread, and its result as charts and tables. */
@NullMarked
package dev.blastradius.ui.results;

import org.jspecify.annotations.NullMarked;
