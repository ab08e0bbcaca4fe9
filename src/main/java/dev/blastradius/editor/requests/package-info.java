/** The sampled requests of a replication: which are listed, and what one of them went through, without a screen. */
@NullMarked
package dev.blastradius.editor.requests;

import org.jspecify.annotations.NullMarked;
