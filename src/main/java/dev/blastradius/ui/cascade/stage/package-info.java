/** The drawing as a time machine and a live stage: how every box and arrow stands at a moment, and what moves along them. */
@NullMarked
package dev.blastradius.ui.cascade.stage;

import org.jspecify.annotations.NullMarked;
