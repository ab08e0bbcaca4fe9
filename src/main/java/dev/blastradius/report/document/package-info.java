/** A report as data, whatever form it is written in: chapters, paragraphs, tables and pictures. All text in it is text: no form takes any of it for markup. */
@NullMarked
package dev.blastradius.report.document;

import org.jspecify.annotations.NullMarked;
