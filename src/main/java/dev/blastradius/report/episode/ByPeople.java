package dev.blastradius.report.episode;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.Deviations;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.RunSpec.Phase;
import dev.blastradius.metrics.RecoveryWatch;
import dev.blastradius.model.Pipeline;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people must do: the strategy's own steps, and what is left to do where the pipeline does not come back. */
final class ByPeople {

    /** Goodput before and after a step is told over so many seconds. */
    private static final double BESIDE = 120;

    private static final int MOST_CHANGES = 4;

    private final List<Recorded> all;

    ByPeople(List<Recorded> all) {
        this.all = all;
    }

    Section section(String id) {
        List<Block> blocks = new ArrayList<>();
        for (Recorded recorded : all) {
            List<Words> steps = steps(recorded);
            Words lead = RunbookPage.of(recorded, all);
            blocks.add(new Block.Paragraph(lead.plain(whether(recorded, steps.size()))));
            if (!steps.isEmpty()) {
                blocks.add(new Block.Items(true, steps));
                blocks.add(Block.paragraph(left(recorded)));
            }
        }
        return new Section(id, "What people must do", blocks);
    }

    private String whether(Recorded recorded, int steps) {
        Recovery recovery = Recovery.of(recorded);
        if (recovery == null) {
            return (steps == 0 ? "The strategy has no steps for people. " : "The run took the steps below. ")
                    + "Whether more is to do after the fault is not known: the run ends too soon after it.";
        }
        if (recovery.isRecovered()) {
            String back = recovery.after() == 0
                    ? "goodput was at 95 % or more of what it was before when " + recorded.last() + " ended"
                    : "goodput came back " + Figures.time(recovery.after()) + " after " + recorded.last()
                            + " had ended";
            return steps == 0
                    ? "Nothing to bring it back, in this run: " + back + ", without anybody doing anything."
                            + meanwhile(recorded, recovery)
                    : "What the run did, at its time: the " + (steps == 1 ? "step" : "steps") + " below. "
                            + Phrases.sentence(back) + ".";
        }
        return (steps == 0 ? "Something: by itself the pipeline" : "More than the steps below: with them the pipeline")
                + " did not come back in the " + Figures.time(recorded.duration() - recorded.lastFault())
                + " that the run went on after " + recorded.last() + lastly(recovery) + "." + stands(recorded)
                + elsewhere();
    }

    /** How far it was from having come back. */
    private static String lastly(Recovery recovery) {
        return Double.isNaN(recovery.atTheEnd())
                ? ""
                : " (goodput was " + Figures.share(recovery.atTheEnd()) + " in its last minute, and "
                        + Figures.share(recovery.enough()) + " for a minute would count as back)";
    }

    /** That people could do nothing about what happened while the fault lasted. */
    private static String meanwhile(Recorded recorded, Recovery recovery) {
        Counts during = Counts.of(recorded.chronicle(), recorded.during());
        boolean held = during.ended() == 0 || during.goodput() >= recovery.enough();
        return held
                ? ""
                : " Against the loss while the fault lasted (goodput " + Figures.share(during.goodput())
                        + ") the strategy has no step for people.";
    }

    /** What still stands against it in the run's last minute, though the fault has gone. */
    private static String stands(Recorded recorded) {
        Stretch last = new Stretch(
                "the last minute",
                recorded.floor(recorded.duration() - RecoveryWatch.STAYING_SECONDS),
                recorded.chronicle().recorded());
        Map<String, String> held = Load.held(recorded, last);
        Map<String, String> full = Load.full(recorded, last);
        full.keySet().removeAll(held.keySet());
        List<String> repeated = Load.repeated(recorded, last);
        List<String> open = new Breakers(recorded)
                .opened().stream()
                        .filter(times -> !times.isClosed())
                        .map(times -> recorded.name(
                                recorded.chronicle().dependencies().get(times.arrow())))
                        .toList();
        StringBuilder words = new StringBuilder();
        if (!held.isEmpty()) {
            words.append(" In the last minute servers were still held by calls that hardly ended: ")
                    .append(Phrases.listed(List.copyOf(held.values()), 3))
                    .append(
                            ". They are free again only when those calls are ended, by a time-out or by starting the caller anew.");
        }
        if (!full.isEmpty()) {
            words.append(" In the last minute there was still more work than could be done: ")
                    .append(Phrases.listed(List.copyOf(full.values()), 3))
                    .append(". It grows less only when less comes in or what waits is dropped.");
        }
        if (!repeated.isEmpty()) {
            words.append(" Repetitions added to the load: ")
                    .append(Phrases.listed(repeated, 3))
                    .append(". To stop them takes these off.");
        }
        if (!open.isEmpty()) {
            words.append(" Circuit breakers were not closed for good on ")
                    .append(Phrases.listed(open, 3))
                    .append(".");
        }
        return words.length() == 0
                ? " No part was overloaded in the last minute; what kept goodput down cannot be told from the load."
                : words + " Whether any of it is enough was not simulated.";
    }

    private String elsewhere() {
        List<String> better = all.stream()
                .filter(recorded -> {
                    Recovery recovery = Recovery.of(recorded);
                    return recovery != null && recovery.isRecovered();
                })
                .map(recorded -> "“" + recorded.strategy() + "”")
                .toList();
        return better.isEmpty() ? "" : " Under " + Phrases.listed(better) + " it came back.";
    }

    private static List<Words> steps(Recorded recorded) {
        RunSpec spec = recorded.playback().spec();
        List<Words> steps = new ArrayList<>();
        Pipeline before = spec.pipeline();
        for (Phase phase : spec.phases()) {
            double at = recorded.firstFault() + phase.after().seconds();
            if (at < recorded.duration()) {
                steps.add(Words.ofStrong(Phrases.from(recorded.firstFault(), at))
                        .plain(" " + Phrases.sentence(changes(before, phase.pipeline())) + "." + beside(recorded, at)));
            }
            before = phase.pipeline();
        }
        return steps;
    }

    /** Whether the steps put back what they have changed: somebody has to. */
    private static String left(Recorded recorded) {
        RunSpec spec = recorded.playback().spec();
        Pipeline last = spec.pipeline();
        for (Phase phase : spec.phases()) {
            if (recorded.firstFault() + phase.after().seconds() < recorded.duration()) {
                last = phase.pipeline();
            }
        }
        List<String> parts = List.copyOf(parts(spec.pipeline(), last).keySet());
        return parts.isEmpty()
                ? "At the end all of it is as it was before the first step."
                : "No step puts back " + Phrases.listed(parts, MOST_CHANGES)
                        + ": the run ended with what was changed. What putting it back does was not simulated.";
    }

    /** What is done, part by part: {@code "take away A and B; change C (timeout: 30 s → 8 s)"}. */
    private static String changes(Pipeline before, Pipeline after) {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        parts(before, after).forEach((part, changes) -> {
            if (changes.equals(List.of(Deviation.Kind.REMOVED.word()))) {
                removed.add(part);
            } else if (changes.equals(List.of(Deviation.Kind.ADDED.word()))) {
                added.add(part);
            } else {
                changed.add(part + " (" + String.join("; ", changes) + ")");
            }
        });
        List<String> done = new ArrayList<>();
        say("take away ", removed, done);
        say("add ", added, done);
        say("change ", changed, done);
        return done.isEmpty() ? "changes nothing" : String.join("; ", done);
    }

    private static void say(String verb, List<String> parts, List<String> done) {
        if (!parts.isEmpty()) {
            done.add(verb + Phrases.listed(parts, MOST_CHANGES));
        }
    }

    /** The changes of each part that changes, by its name. */
    private static Map<String, List<String>> parts(Pipeline before, Pipeline after) {
        Map<String, List<String>> byPart = new LinkedHashMap<>();
        for (Deviation each : Deviations.all(before, after)) {
            String id = each.subject().id();
            boolean isThere =
                    after.components().containsKey(id) || after.arrows().containsKey(id);
            byPart.computeIfAbsent(Chain.name(isThere ? after : before, id), part -> new ArrayList<>())
                    .add(
                            each.isWhole() && each.kind() != Deviation.Kind.CHANGED
                                    ? each.kind().word()
                                    : each.name() + ": " + each.drawn() + " → " + each.here());
        }
        return byPart;
    }

    private static String beside(Recorded recorded, double at) {
        int step = recorded.floor(at);
        int width = (int) Math.max(1, Math.round(BESIDE / recorded.chronicle().stepSeconds()));
        Counts before = Counts.of(recorded.chronicle(), new Stretch("", Math.max(0, step - width), step));
        int to = Math.min(recorded.chronicle().recorded(), step + width);
        Counts after = Counts.of(recorded.chronicle(), new Stretch("", step, to));
        return before.ended() == 0 || after.ended() == 0
                ? ""
                : " Goodput was " + Figures.share(before.goodput()) + " in the two minutes before, and "
                        + Figures.share(after.goodput()) + " in the two after.";
    }
}
