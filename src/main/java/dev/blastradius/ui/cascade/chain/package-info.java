/** What crossed its limits first, second, third, each linked to its moment and its place. */
@NullMarked
package dev.blastradius.ui.cascade.chain;

import org.jspecify.annotations.NullMarked;
