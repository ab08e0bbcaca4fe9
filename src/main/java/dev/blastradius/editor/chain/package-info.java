/** What crossed its limits in a replication, in words, without a screen. */
@NullMarked
package dev.blastradius.editor.chain;

import org.jspecify.annotations.NullMarked;
