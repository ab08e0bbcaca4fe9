/** The page that holds strategies against each other under the same scenarios, on the same random numbers. */
@NullMarked
package dev.blastradius.ui.compare;

import org.jspecify.annotations.NullMarked;
