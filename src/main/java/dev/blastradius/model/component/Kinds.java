package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.UnionType.Variant;
import java.util.ArrayList;
import java.util.List;

/** The kinds of components there are: to add one, write its record and add its line here. */
public final class Kinds {

    /** Every kind, in the order of the palette. */
    public static final List<Kind<? extends Component>> ALL = List.of(
            Client.KIND,
            Service.KIND,
            Gateway.KIND,
            ModelApi.KIND,
            Store.KIND,
            Cache.KIND,
            Tool.KIND,
            WorkQueue.KIND,
            Human.KIND,
            StaticAnswer.KIND);

    /** A component as the model file writes it, told apart by its {@code "kind"}. */
    public static final UnionType<Component> TYPE = new UnionType<>("kind", variants(), null);

    private Kinds() {}

    private static List<Variant<? extends Component>> variants() {
        List<Variant<? extends Component>> variants = new ArrayList<>();
        for (Kind<? extends Component> kind : ALL) {
            variants.add(new Variant<>(kind.key(), kind.type()));
        }
        return variants;
    }
}
