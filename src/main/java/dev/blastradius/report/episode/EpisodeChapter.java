package dev.blastradius.report.episode;

import dev.blastradius.chart.Names;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.finding.Episode;
import java.util.ArrayList;
import java.util.List;

/** What happened in one replication of a run, from the first event to the last request. */
public final class EpisodeChapter {

    private EpisodeChapter() {}

    /**
     * The chapter of a replication.
     *
     * @param names of the pipeline as drawn
     * @param number its number among the report's, from 1: it is in the ids
     */
    public static Section of(Episode episode, Names names, int number) {
        Looked looked = new Looked(episode, names);
        String id = "episode-" + number;
        List<Section> parts = new ArrayList<>();
        Order order = new Order(looked);
        parts.add(order.events(id + "-order"));
        parts.add(order.origins(id + "-origins"));
        parts.add(new Worst(looked).section(id + "-worst"));
        parts.add(new Retries(looked).section(id + "-retries"));
        parts.add(new Fallbacks(looked).section(id + "-fallbacks"));
        parts.add(new Breakers(looked).section(id + "-breakers"));
        parts.add(new Budgets(looked).section(id + "-budget"));
        parts.add(new Latencies(looked).section(id + "-latency"));
        parts.add(new Costs(looked).section(id + "-cost"));
        parts.add(requests(looked, id + "-requests"));
        return new Section(id, title(looked, number), new Opening(looked).blocks()).with(parts);
    }

    private static String title(Looked looked, int number) {
        return "Episode " + number + ": " + looked.scenario() + ", " + looked.strategy();
    }

    private static Section requests(Looked looked, String id) {
        List<Block> blocks = new ArrayList<>();
        List<Stories.Story> stories = new Stories(looked).stories();
        blocks.add(Block.paragraph(
                stories.isEmpty()
                        ? "No request was followed that could tell more."
                        : "Each request was followed from its user to the models and back; "
                                + (stories.size() == 1 ? "this one tells" : "these tell") + " what happened."));
        for (Stories.Story story : stories) {
            RequestTrace trace = story.trace();
            String line =
                    ListedRequest.of(List.of(trace), looked.pipeline()).get(0).line();
            blocks.add(Block.paragraph(story.title() + ". " + story.why() + " " + line + "."));
        }
        return new Section(id, "Requests that tell the story", blocks);
    }
}
