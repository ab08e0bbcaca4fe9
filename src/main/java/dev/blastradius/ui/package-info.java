/** The window: menus, toolbar, canvas, inspector, results. Nothing of the simulation is here. */
@NullMarked
package dev.blastradius.ui;

import org.jspecify.annotations.NullMarked;
