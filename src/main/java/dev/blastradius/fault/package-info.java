/** What failure is: the effects that a fault can have, listed in {@link dev.blastradius.fault.Effects}. */
@NullMarked
package dev.blastradius.fault;

import org.jspecify.annotations.NullMarked;
