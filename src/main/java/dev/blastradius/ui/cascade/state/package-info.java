/** What the parts of the cascade page share. */
@NullMarked
package dev.blastradius.ui.cascade.state;

import org.jspecify.annotations.NullMarked;
