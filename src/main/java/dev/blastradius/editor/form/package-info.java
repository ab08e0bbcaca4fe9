/** Forms made from the model's descriptors: what fields an object has, and how what a person types becomes its value. */
@NullMarked
package dev.blastradius.editor.form;

import org.jspecify.annotations.NullMarked;
