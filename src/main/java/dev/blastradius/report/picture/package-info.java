/** The pictures of a report: the pipeline, a scenario, a request and the charts, with what they say in words, and the files that they become. */
@NullMarked
package dev.blastradius.report.picture;

import org.jspecify.annotations.NullMarked;
