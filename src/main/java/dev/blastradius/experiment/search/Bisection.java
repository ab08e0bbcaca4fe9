package dev.blastradius.experiment.search;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.Probe.Finding;
import dev.blastradius.experiment.search.Responder.Answer;
import dev.blastradius.experiment.search.TippingPoint.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a tipping point: both ends of the range first, then the middle of what is left. At each value so many replications are made
 * that the interval (Wilson's) of the share that recovered lies on one side of the threshold. A value that stays undecided does not end it: the
 * edges of the undecided stretch are looked for on either side. That a pipeline which fails to recover at a value fails at every worse one too is
 * taken for granted.
 */
public final class Bisection {

    private static final MathContext DIGITS = new MathContext(12);
    private static final int NONE = -1;

    private final Responder responder;
    private final Search search;
    private final RunProgress progress;
    private final Looks looks;
    private final int steps;
    private final List<Probe> probes = new ArrayList<>();
    private double told;

    /** Steps from the range's beginning: the nearest to the edge that recovers, that does not, and the undecided stretch between. */
    private int recovers = NONE;

    private int collapses = NONE;
    private int undecidedBesideRecovers = NONE;
    private int undecidedBesideCollapses = NONE;

    private Bisection(Responder responder, Search search, RunProgress progress) {
        this.responder = responder;
        this.search = search;
        this.progress = progress;
        this.looks = new Looks(search.replications(), search.atMost());
        this.steps = (int) Math.max(1, Math.ceil(Math.abs(search.to() - search.from()) / search.tolerance() - 1e-9));
    }

    /**
     * Looks for it.
     *
     * @param progress hears about how far it is, and can cancel it: what was found then is kept
     */
    public static TippingPoint find(Responder responder, Search search, RunProgress progress) {
        return new Bisection(responder, search, progress).find();
    }

    private TippingPoint find() {
        Verdict verdict;
        try {
            verdict = ends();
            while (verdict == Verdict.FOUND && next() != NONE) {
                narrow(next());
            }
        } catch (Ended ended) {
            verdict = ended.verdict;
        }
        boolean bracketed = recovers != NONE && collapses != NONE;
        return new TippingPoint(
                search, verdict, bracketed ? value(recovers) : null, bracketed ? value(collapses) : null, probes);
    }

    private Verdict ends() throws Ended {
        Finding first = probe(0);
        Finding last = probe(steps);
        if (first == Finding.UNDECIDED || last == Finding.UNDECIDED) {
            return Verdict.UNDECIDED;
        }
        if (first == last) {
            return first == Finding.RECOVERS ? Verdict.ALWAYS_RECOVERS : Verdict.NEVER_RECOVERS;
        }
        recovers = first == Finding.RECOVERS ? 0 : steps;
        collapses = first == Finding.RECOVERS ? steps : 0;
        return Verdict.FOUND;
    }

    /** What to try next; {@link #NONE}: there is nothing between any more. */
    private int next() {
        if (undecidedBesideRecovers == NONE) {
            return middle(recovers, collapses);
        }
        int near = middle(recovers, undecidedBesideRecovers);
        return near != NONE ? near : middle(undecidedBesideCollapses, collapses);
    }

    private static int middle(int one, int other) {
        return Math.abs(one - other) <= 1 ? NONE : (one + other) / 2;
    }

    private void narrow(int step) throws Ended {
        Finding finding = probe(step);
        if (finding == Finding.UNDECIDED) {
            boolean isFirst = undecidedBesideRecovers == NONE;
            boolean besideRecovers = isFirst || isBetween(step, recovers, undecidedBesideRecovers);
            undecidedBesideCollapses = isFirst || !besideRecovers ? step : undecidedBesideCollapses;
            undecidedBesideRecovers = besideRecovers ? step : undecidedBesideRecovers;
            return;
        }
        if (finding == Finding.RECOVERS) {
            recovers = step;
        } else {
            collapses = step;
        }
        if (!isBetween(undecidedBesideRecovers, recovers, collapses)) {
            undecidedBesideRecovers = NONE;
            undecidedBesideCollapses = NONE;
        }
    }

    private static boolean isBetween(int step, int one, int other) {
        return step > Math.min(one, other) && step < Math.max(one, other);
    }

    /** The value after so many steps; the last one is the range's end, whatever the steps. */
    private double value(int step) {
        if (step == steps) {
            return search.to();
        }
        double sign = search.to() > search.from() ? 1 : -1;
        double value = search.from() + sign * step * search.tolerance();
        return new BigDecimal(value).round(DIGITS).doubleValue() + 0.0;
    }

    /** Makes replications at a value until it is decided. */
    private Finding probe(int step) throws Ended {
        double value = value(step);
        double behind = behind();
        double size = (1 - behind) / (left() + 1);
        double level = looks.level(search.confidence());
        long recovered = 0;
        long judged = 0;
        int done = 0;
        for (int batch = 0; ; batch++) {
            int more = looks.next(done);
            RunProgress part = new Part(new Rising(), behind, size / (batch + 1));
            Answer answer = responder.ask(value, batch, more, part);
            if (answer == null) {
                throw new Ended(Verdict.CANCELLED);
            }
            if (answer.of() == 0) {
                throw new Ended(Verdict.NOT_JUDGED);
            }
            recovered += answer.recovered();
            judged += answer.of();
            done += more;
            Proportion share = Proportion.of(recovered, judged, level);
            Finding finding = finding(share);
            if (finding != Finding.UNDECIDED || done >= search.atMost()) {
                probes.add(new Probe(value, share, finding));
                return finding;
            }
        }
    }

    private Finding finding(Proportion share) {
        if (share.low() >= search.threshold()) {
            return Finding.RECOVERS;
        }
        return share.high() < search.threshold() ? Finding.COLLAPSES : Finding.UNDECIDED;
    }

    /** Share of the whole that is behind, by the values that are probably still to come. */
    private double behind() {
        return probes.size() / (probes.size() + left() + 1.0);
    }

    /** How many values are probably still to come after the next one. */
    private int left() {
        if (recovers == NONE) {
            return 1 - probes.size() + halvings(steps);
        }
        int all = undecidedBesideRecovers == NONE
                ? halvings(Math.abs(collapses - recovers))
                : halvings(Math.abs(undecidedBesideRecovers - recovers))
                        + halvings(Math.abs(collapses - undecidedBesideCollapses));
        return Math.max(0, all - 1);
    }

    /** How often a gap can be halved until it is one step. */
    private static int halvings(int gap) {
        return gap <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(gap - 1);
    }

    /** Progress that never falls, though what is left may turn out to be more than was thought. */
    private final class Rising implements RunProgress {

        @Override
        public synchronized void report(double done) {
            if (done > told) {
                told = done;
                progress.report(done);
            }
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled();
        }
    }

    /** Ends the search before its time. */
    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1;

        private final Verdict verdict;

        Ended(Verdict verdict) {
            super(verdict.key(), null, false, false);
            this.verdict = verdict;
        }
    }
}
