package dev.blastradius.editor.board;

import dev.blastradius.editor.Rewire;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import org.jspecify.annotations.Nullable;

/** An arrow of which one end is led to another box. */
final class MovedEnd extends Aim {

    private final String arrow;
    private final boolean callee;

    /**
     * An arrow that is led elsewhere.
     *
     * @param callee whether its end at what is called is; else the one at its caller
     */
    MovedEnd(Board board, String arrow, boolean callee) {
        super(board);
        this.arrow = arrow;
        this.callee = callee;
    }

    @Override
    String fixed() {
        return callee ? Pipeline.from(arrow) : Pipeline.to(arrow);
    }

    @Override
    boolean looksForCallee() {
        return callee;
    }

    @Override
    boolean isFallback() {
        Dependency dependency = board().pipeline().arrows().get(arrow);
        return dependency != null && dependency.isFallback();
    }

    @Override
    @Nullable
    String replaced() {
        return arrow;
    }

    @Override
    Pipeline connected(Pipeline pipeline, String box) {
        return Rewire.lead(pipeline, arrow, key(box), board().editor().strategy());
    }

    @Override
    String label(String box) {
        return callee ? "Lead arrow to " + name(box) : "Lead arrow from " + name(box);
    }
}
