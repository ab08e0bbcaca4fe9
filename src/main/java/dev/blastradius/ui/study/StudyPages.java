package dev.blastradius.ui.study;

import java.util.List;

/** All pages of the study desk. */
public final class StudyPages {

    private StudyPages() {}

    /** In the order in which they are shown, after the drawing. */
    public static List<StudyPage> all(StudyHost host) {
        return List.of();
    }
}
