package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;

/** A model behind an API: its time depends on tokens, it is limited and billed by them. */
public record ModelApi(About about, Station station, Terms terms) implements Component {

    public static final Parameter<ModelApi, About> ABOUT =
            Parameter.group("about", About.TYPE, ModelApi::about, "What people call it");
    public static final Parameter<ModelApi, Station> STATION =
            Parameter.group("station", Station.TYPE, ModelApi::station, "Servers, queue and own work");
    public static final Parameter<ModelApi, Terms> TERMS =
            Parameter.group("terms", Terms.TYPE, ModelApi::terms, "What it promises, charges and allows");

    public static final Kind<ModelApi> KIND = new Kind<>(
            "model",
            "Model",
            "A model behind an API: first token, tokens a second, limits and prices",
            Kind.Role.STATION,
            new Kind.Look(Kind.Outline.OCTAGON, "cpu"),
            ObjectType.of(
                    "model",
                    "A model behind an API: first token, tokens a second, limits and prices",
                    ModelApi.class,
                    ABOUT,
                    STATION,
                    TERMS));

    @Override
    public Kind<ModelApi> kind() {
        return KIND;
    }
}
