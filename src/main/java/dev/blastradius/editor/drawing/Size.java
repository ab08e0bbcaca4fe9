package dev.blastradius.editor.drawing;

/** Width and height in pixels. */
public record Size(double width, double height) {}
