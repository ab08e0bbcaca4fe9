/** What callers do about failure: each policy in a file of its own, listed in {@link dev.blastradius.policy.Policies}. */
@NullMarked
package dev.blastradius.policy;

import org.jspecify.annotations.NullMarked;
