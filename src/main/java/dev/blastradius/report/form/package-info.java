/** The forms that a report is written in: a web page, a PDF, Markdown. They know of documents and nothing of simulations. */
@NullMarked
package dev.blastradius.report.form;

import org.jspecify.annotations.NullMarked;
