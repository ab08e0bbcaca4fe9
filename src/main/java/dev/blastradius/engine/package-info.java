/** A pipeline running: stations, calls, requests, and what is counted on the way. No clock, no threads, no unordered map. */
@NullMarked
package dev.blastradius.engine;

import org.jspecify.annotations.NullMarked;
