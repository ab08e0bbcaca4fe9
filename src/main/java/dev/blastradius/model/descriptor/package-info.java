/**
 * Descriptors: one description of each parameter of the model file, from which reading, writing, the JSON Schema, the
 * inspector and the reference tables are all made.
 *
 * <p>An {@link dev.blastradius.model.descriptor.ObjectType} lists the {@link dev.blastradius.model.descriptor.Parameter}s
 * of one kind of JSON object; each parameter has a {@link dev.blastradius.model.descriptor.ValueType} that reads and writes its
 * values. A <dfn>tree</dfn> here is what JSON becomes in plain Java: {@code Map<String, Object>}, {@code List<Object>},
 * {@code String}, {@code Boolean}, {@code Long}, {@code Double} or {@code null}. This package knows nothing else of the program.
 */
@NullMarked
package dev.blastradius.model.descriptor;

import org.jspecify.annotations.NullMarked;
