package dev.blastradius.ui.command;

/**
 * Something done with the pointer, or with a key that is no command's: for the list of keys.
 *
 * @param where the part of the window in which it works
 * @param how what is pressed, dragged or turned
 * @param does what comes of it
 */
public record Gesture(String where, String how, String does) {}
