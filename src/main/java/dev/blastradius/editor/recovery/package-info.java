/** That no work is lost: unsaved work kept in files of its own and found again, and files that others have changed. No screen. */
@NullMarked
package dev.blastradius.editor.recovery;

import org.jspecify.annotations.NullMarked;
