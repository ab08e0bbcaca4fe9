package dev.blastradius.engine;

import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * Where the tokens of a request or a call come from; null: not drawn here.
 *
 * @param input of the prompt
 * @param output of the answer
 */
record TokenDraw(@Nullable Sampler input, @Nullable Sampler output) {

    static final TokenDraw NONE = new TokenDraw(null, null);

    /** Tokens of the prompt, whole; {@code otherwise} where they are not drawn here. */
    double inputOr(double otherwise, RandomStream stream, long key) {
        return input == null ? otherwise : StrictMath.rint(input.sample(stream.start(key + Purpose.INPUT_TOKENS)));
    }

    /** Tokens of the answer, whole; {@code otherwise} where they are not drawn here. */
    double outputOr(double otherwise, RandomStream stream, long key) {
        return output == null ? otherwise : StrictMath.rint(output.sample(stream.start(key + Purpose.OUTPUT_TOKENS)));
    }
}
