package dev.blastradius.report.episode;

import dev.blastradius.chart.Names;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Block.Figure;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Episode;
import dev.blastradius.report.picture.RequestIllustration;
import java.util.ArrayList;
import java.util.List;

/** What happened in one replication of a run, from the first event to the last request. */
public final class EpisodeChapter {

    /** Fewer spans than this are told in the words beside them. */
    private static final int FEWEST_SPANS = 4;

    private EpisodeChapter() {}

    /**
     * The chapter of a replication.
     *
     * @param names of the pipeline as drawn
     * @param number its number among the report's, from 1: it is in the ids
     */
    public static Section of(Episode episode, Names names, int number) {
        Recorded recorded = new Recorded(episode, names);
        String id = "episode-" + number;
        List<Section> parts = new ArrayList<>();
        Order order = new Order(recorded);
        parts.add(order.events(id + "-order"));
        parts.add(order.origins(id + "-origins"));
        parts.add(new Worst(recorded).section(id + "-worst"));
        parts.add(new Retries(recorded).section(id + "-retries"));
        parts.add(new Fallbacks(recorded).section(id + "-fallbacks"));
        parts.add(new Breakers(recorded).section(id + "-breakers"));
        parts.add(new Budgets(recorded).section(id + "-budget"));
        parts.add(new Latencies(recorded).section(id + "-latency"));
        parts.add(new Costs(recorded).section(id + "-cost"));
        parts.add(requests(recorded, id + "-requests"));
        return new Section(id, title(recorded), new Opening(recorded).blocks()).with(parts);
    }

    private static String title(Recorded recorded) {
        return "What happened: " + recorded.scenario() + ", under “" + recorded.strategy() + "”";
    }

    private static Section requests(Recorded recorded, String id) {
        List<Block> blocks = new ArrayList<>();
        List<Stories.Story> stories = new Stories(recorded).stories();
        blocks.add(Block.paragraph(
                stories.isEmpty()
                        ? "No request was followed that could tell more."
                        : "Each request was followed from its user to the models and back; "
                                + (stories.size() == 1 ? "this one tells" : "these tell") + " what happened."));
        for (Stories.Story story : stories) {
            RequestTrace trace = story.trace();
            String line =
                    ListedRequest.of(List.of(trace), recorded.pipeline()).get(0).line();
            blocks.add(new Block.Paragraph(Words.ofStrong(story.title() + ". ").plain(story.why() + " " + line + ".")));
            if (trace.spans().size() >= FEWEST_SPANS) {
                blocks.add(figure(recorded, trace));
            }
        }
        return new Section(id, "Requests that tell the story", blocks);
    }

    private static Block figure(Recorded recorded, RequestTrace trace) {
        RequestIllustration picture = RequestIllustration.of(recorded.pipeline(), trace);
        return new Figure(
                picture,
                picture.words(),
                Words.of(
                        "What this request went through, in time: a bar for each call, attempt, wait and piece of work."));
    }
}
