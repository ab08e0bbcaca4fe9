package dev.blastradius.io;

import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Every parameter that a model file can have, found by walking through the descriptors. */
final class ParameterWalk {

    /** A parameter and the object that it stands in. */
    record Found(ObjectType<?> owner, Parameter<?, ?> parameter) {

        @Override
        public String toString() {
            return owner.name() + "." + parameter.key();
        }
    }

    private final List<Found> found = new ArrayList<>();
    private final Set<ValueType<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ParameterWalk() {}

    static List<Found> all() {
        ParameterWalk walk = new ParameterWalk();
        walk.visit(BlastFormat.TYPE.pipeline());
        return walk.found;
    }

    private void visit(ValueType<?> type) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ObjectType<?> object) {
            for (Parameter<?, ?> parameter : object.parameters()) {
                found.add(new Found(object, parameter));
                visit(parameter.type());
            }
        } else if (type instanceof UnionType<?> union) {
            union.variants().forEach(variant -> visit(variant.type()));
        } else if (type instanceof ShorthandType<?, ?> shorthand) {
            visit(shorthand.shorthand());
            visit(shorthand.full());
        } else if (type instanceof MappedType<?, ?> mapped) {
            visit(mapped.written());
        } else if (type instanceof ListType<?> list) {
            visit(list.element());
        } else if (type instanceof TupleType<?> tuple) {
            visit(tuple.object());
        } else if (type instanceof MapType<?> map) {
            visit(map.value());
        }
    }
}
