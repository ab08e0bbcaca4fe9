/** A replication that is watched while it goes on: its controls, what a click does to it, and keeping what was done. */
@NullMarked
package dev.blastradius.ui.cascade.live;

import org.jspecify.annotations.NullMarked;
