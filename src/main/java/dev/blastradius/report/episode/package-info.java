/** Chapters of a report about one replication: what happened in it, and what its operators do about the same again. */
@NullMarked
package dev.blastradius.report.episode;

import org.jspecify.annotations.NullMarked;
