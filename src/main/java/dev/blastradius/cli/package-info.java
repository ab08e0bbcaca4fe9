/** The command line: commands, their options, what they print and with which status they end. */
@NullMarked
package dev.blastradius.cli;

import org.jspecify.annotations.NullMarked;
