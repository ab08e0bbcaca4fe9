package dev.blastradius.editor.stage;

import dev.blastradius.experiment.cascade.Onset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of the root-cause chain on the boxes and arrows where its events are. */
public final class Marks {

    /** More numbers than this beside one part could not be told apart; the list beside the drawing has them all. */
    public static final int MOST = 3;

    private Marks() {}

    /** What is marked, by component's id or dependency's key: the first few of its events, in the order of their ranks. */
    public static Map<String, List<Onset>> of(List<Onset> onsets) {
        Map<String, List<Onset>> marks = new LinkedHashMap<>();
        for (Onset onset : onsets) {
            List<Onset> here = marks.computeIfAbsent(onset.where(), where -> new ArrayList<>());
            if (here.size() < MOST) {
                here.add(onset);
            }
        }
        return Collections.unmodifiableMap(marks);
    }
}
