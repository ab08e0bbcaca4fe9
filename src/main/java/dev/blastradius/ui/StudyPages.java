package dev.blastradius.ui;

import dev.blastradius.ui.cascade.CascadePage;
import dev.blastradius.ui.compare.ComparePage;
import dev.blastradius.ui.limits.LimitsPage;
import dev.blastradius.ui.matrix.MatrixPage;
import dev.blastradius.ui.study.StudyHost;
import dev.blastradius.ui.study.StudyPage;
import java.util.List;

/** All pages of the study desk. */
final class StudyPages {

    private StudyPages() {}

    /** In the order in which they are shown, after the drawing. */
    static List<StudyPage> all(StudyHost host) {
        return List.of(new CascadePage(host), new ComparePage(host), new MatrixPage(host), new LimitsPage(host));
    }
}
