package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/** An answer that is always there: it is given at once and cannot fail. */
public record StaticAnswer(About about, @Nullable Double quality) implements Component {

    public static final Parameter<StaticAnswer, About> ABOUT =
            Parameter.group("about", About.TYPE, StaticAnswer::about, "What people call it");
    public static final Parameter<StaticAnswer, Double> QUALITY = Parameter.of(
                    "quality",
                    NumberType.SHARE,
                    StaticAnswer::quality,
                    "How good the answer is; one below 1 is a degraded answer")
            .byDefault(1.0)
            .ownChoice();

    private static final String MEANING = "An answer that is always there: at once, and it cannot fail";

    public static final Kind<StaticAnswer> KIND = new Kind<>(
            "static",
            "Static answer",
            MEANING,
            Kind.Role.ANSWER,
            new Kind.Look(Kind.Outline.FOLDED, "file-text"),
            ObjectType.of("static", MEANING, StaticAnswer.class, ABOUT, QUALITY));

    @Override
    public Kind<StaticAnswer> kind() {
        return KIND;
    }

    @Override
    public Terms terms() {
        return new Terms(null, null, null, quality);
    }
}
