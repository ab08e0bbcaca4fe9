/** Commands: what the user can have done, each once, for menus, keys, buttons and the command palette. */
@NullMarked
package dev.blastradius.ui.command;

import org.jspecify.annotations.NullMarked;
