/** Play, pause, step and jump: how the moment that is looked at goes on. */
@NullMarked
package dev.blastradius.ui.cascade.transport;

import org.jspecify.annotations.NullMarked;
