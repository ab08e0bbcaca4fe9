/** The model file: reading with every problem at its place, writing without loss, its JSON Schema, and recorded arrivals beside it. */
@NullMarked
package dev.blastradius.io;

import org.jspecify.annotations.NullMarked;
