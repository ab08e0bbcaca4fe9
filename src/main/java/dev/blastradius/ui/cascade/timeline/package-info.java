/** The scenario as bars over the charts' time axis, and the fields of the fault that is selected. */
@NullMarked
package dev.blastradius.ui.cascade.timeline;

import org.jspecify.annotations.NullMarked;
