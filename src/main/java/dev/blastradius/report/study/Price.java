package dev.blastradius.report.study;

import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.report.wording.Differences;
import dev.blastradius.report.wording.Numbers;
import java.util.Objects;

/**
 * What strategies cost, in words.
 */
record Price(Told told, Who who) {

    /** A sentence without a capital letter and a full stop. */
    String clause() {
        if (isFree()) {
            return "nothing in this model is billed, so nothing is known of what a strategy costs";
        }
        RunResult everyDay = told.calm().run(told.subject());
        if (everyDay == null) {
            return "nothing is known of the cost, for no run was finished";
        }
        String text = "without faults, a thousand requests cost " + money(everyDay) + " " + who.with(told.subject())
                + against(told.calm(), everyDay.strategy(), why());
        RunResult bad = told.worst();
        if (bad == null) {
            return text;
        }
        String scenario = String.valueOf(bad.scenario());
        Standings there = Objects.requireNonNull(told.outages().get(scenario));
        return text + "; in " + who.scenario(scenario) + ", " + money(bad) + " " + who.with(told.subject())
                + against(there, told.subject(), "")
                + (isCheapByFailing(bad, there) ? ": a request that fails early costs less" : "");
    }

    /** Whether what is cheaper than the favourite gives fewer good answers: its price is no saving. */
    private boolean isCheapByFailing(RunResult bad, Standings standings) {
        RunResult best = told.favourite().equals(told.subject()) ? null : standings.run(told.favourite());
        return best != null
                && best.cost().perThousandRequests().mean()
                        > bad.cost().perThousandRequests().mean()
                && best.totals().goodput().mean() > bad.totals().goodput().mean();
    }

    private boolean isFree() {
        return told.calm().strategies().stream().noneMatch(Price::isBilled)
                && told.outages().values().stream()
                        .flatMap(each -> each.strategies().stream())
                        .noneMatch(Price::isBilled);
    }

    static boolean isBilled(RunResult run) {
        return run.cost().total().mean() > 0;
    }

    private static String money(RunResult run) {
        return Numbers.money(run.cost().perThousandRequests());
    }

    /** What the favourite costs beside that; empty where it is the subject. */
    private String against(Standings standings, String other, String why) {
        RunResult run = told.favourite().equals(other) ? null : standings.run(told.favourite());
        if (run == null) {
            return "";
        }
        Interval more = standings.difference(Metric.COST, told.favourite(), other);
        if (more.mean() == 0 && !(more.halfWidth() > 0)) {
            return " and the same " + who.with(told.favourite()) + why;
        }
        String difference = Double.isNaN(more.mean())
                ? ""
                : " (" + Differences.size(Metric.COST, more) + (more.mean() > 0 ? " more" : " less")
                        + verdict(standings, more, other) + ")";
        return " and " + money(run) + " " + who.with(told.favourite()) + why + difference;
    }

    /** Why the favourite is named. */
    private String why() {
        return told.strategies() < 3
                ? ""
                : ", which has the most good answers" + (told.outages().size() > 1 ? " over all scenarios" : "");
    }

    private String verdict(Standings standings, Interval more, String other) {
        if (!more.isBounded()) {
            return "";
        }
        return standings.isEstablished(Metric.COST, told.favourite(), other)
                ? ", established"
                : ", which may be chance";
    }
}
