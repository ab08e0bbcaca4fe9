/** What others have computed, measured or published, reproduced: each number with its source, in {@code cases.csv}. */
@NullMarked
package dev.blastradius.validation;

import org.jspecify.annotations.NullMarked;
