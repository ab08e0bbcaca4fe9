package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** How large each box must be for its text. It may be asked on any thread. */
public final class BoxSizes {

    static final double TITLE = 13;
    static final double DETAIL = 11.5;

    private static final double HEIGHT = 54;
    private static final double NARROWEST = 132;
    private static final double WIDEST = 300;
    private static final double BESIDE_TEXT = 64;

    private BoxSizes() {}

    /** The sizes of all components' boxes, in the model's order. */
    public static Map<String, Size> of(Pipeline pipeline) {
        Map<String, Size> sizes = new LinkedHashMap<>();
        pipeline.components().forEach((id, component) -> sizes.put(id, of(component, id)));
        return Collections.unmodifiableMap(sizes);
    }

    private static Size of(Component component, String id) {
        double title = width(component.title(id), Font.font("System", FontWeight.BOLD, TITLE));
        double detail = width(Captions.of(component), Font.font("System", DETAIL));
        double width = Math.ceil(Math.max(title, detail)) + BESIDE_TEXT;
        return new Size(Math.min(WIDEST, Math.max(NARROWEST, width)), HEIGHT);
    }

    /** How wide a line of text is, in pixels. */
    static double width(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
