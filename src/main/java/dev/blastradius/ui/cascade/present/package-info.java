/** The cascade before a room full of people: the stage, one chart and the controls, and nothing else. */
@NullMarked
package dev.blastradius.ui.cascade.present;

import org.jspecify.annotations.NullMarked;
