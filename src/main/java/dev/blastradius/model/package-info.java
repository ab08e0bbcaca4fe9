/**
 * The model file as immutable records: pipeline, scenarios, strategies and the experiment's settings. What a record holds is what
 * the file says; what holds where the file is silent is the parameter's default ({@link
 * dev.blastradius.model.descriptor.Parameter#in}).
 */
@NullMarked
package dev.blastradius.model;

import org.jspecify.annotations.NullMarked;
