package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Figures;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The sampled requests of what is looked at: filters above, the list at the left, what one went through at the right. */
public final class RequestsView extends BorderPane {

    /** Of a replication that still goes on, the list is renewed so often. */
    private static final Duration RENEWED = Duration.seconds(1);

    private static final double LIST_WIDTH = 0.42;
    /** Rows above the one that is scrolled to. */
    private static final int ABOVE = 3;

    private final CascadeState state;
    private final RequestTable table = new RequestTable(this::theme);
    private final WaterfallView waterfall;
    private final Label count = new Label();
    private final FilterBar filters = new FilterBar(filter -> filtered());
    private final PauseTransition soon = new PauseTransition(RENEWED);
    private Traces traces = Traces.NONE;
    private @Nullable Pipeline pipeline;

    /** A view of what the state says. */
    public RequestsView(CascadeState state) {
        this.state = state;
        waterfall = new WaterfallView(state);
        setId("cascade-requests");
        getStyleClass().add("requests");
        getStylesheets()
                .add(Objects.requireNonNull(RequestsView.class.getResource("requests.css"))
                        .toExternalForm());
        count.getStyleClass().add("request-words");
        SaveMenu save = new SaveMenu(
                state.playback()::get,
                table::listed,
                () -> table.getSelectionModel().getSelectedItem(),
                count::setText);
        filters.add(save);
        filters.add(count);
        setTop(filters);
        SplitPane both = new SplitPane(table, waterfall);
        both.setDividerPositions(LIST_WIDTH);
        setCenter(both);
        table.getSelectionModel().selectedItemProperty().addListener((observable, was, is) -> {
            if (is != null) {
                waterfall.show(is, pipeline);
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                jump();
            }
        });
        soon.setOnFinished(event -> show(state.playback().get()));
        state.playback().addListener((observable, was, is) -> renew(is));
        state.dark().addListener((observable, was, is) -> paint());
        state.askedRequests().addListener((observable, was, is) -> ask(is.doubleValue()));
        show(state.playback().get());
        ask(state.askedRequests().get());
    }

    private ChartTheme theme() {
        return state.dark().get() ? ChartTheme.DARK : ChartTheme.LIGHT;
    }

    private void renew(@Nullable Playback playback) {
        if (playback == null || !state.live().get() || pipeline == null) {
            soon.stop();
            show(playback);
        } else if (soon.getStatus() != Animation.Status.RUNNING) {
            soon.playFromStart();
        }
    }

    private void show(@Nullable Playback playback) {
        Traces now = playback == null ? Traces.NONE : playback.traces();
        Pipeline drawn = playback == null ? null : playback.spec().pipeline();
        if (now.equals(traces) && Objects.equals(drawn, pipeline)) {
            return;
        }
        traces = now;
        pipeline = drawn;
        List<ListedRequest> requests = drawn == null ? List.of() : ListedRequest.of(traces.traces(), drawn);
        filters.offer(traces, requests, theme());
        table.show(requests);
        if (requests.isEmpty()) {
            waterfall.show(null, null);
        } else if (table.getSelectionModel().isEmpty() && !state.live().get()) {
            chooseFirst();
        }
        count();
    }

    /** What failed is looked at first. */
    private void chooseFirst() {
        for (RequestOutcome outcome : List.of(RequestOutcome.FAILED, RequestOutcome.ABANDONED)) {
            for (ListedRequest each : table.getItems()) {
                if (each.trace().outcome() == outcome) {
                    choose(each);
                    return;
                }
            }
        }
        if (!table.getItems().isEmpty()) {
            choose(table.getItems().get(0));
        }
    }

    private void choose(ListedRequest request) {
        table.choose(request.trace().number());
        table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - ABOVE));
    }

    private void paint() {
        filters.offer(traces, table.all(), theme());
        table.refresh();
    }

    private void filtered() {
        table.filter(filters.filter());
        if (Double.isNaN(filters.filter().moment())) {
            state.askedRequests().set(Double.NaN);
        }
        if (table.getSelectionModel().isEmpty()) {
            chooseFirst();
        }
        count();
    }

    private void count() {
        long seen = traces.seen().values().stream().mapToLong(Long::longValue).sum();
        int sampled = traces.traces().size();
        count.setText(
                sampled == 0
                        ? "no request sampled yet"
                        : Figures.count(table.getItems().size()) + " of " + Figures.count(sampled) + " sampled, of "
                                + Figures.count(seen));
    }

    private void ask(double moment) {
        if (!Double.isNaN(moment)) {
            filters.show(filters.filter().withMoment(moment));
            filtered();
        }
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            jump();
            waterfall.take();
            event.consume();
        }
    }

    private void jump() {
        ListedRequest request = table.getSelectionModel().getSelectedItem();
        if (request != null) {
            state.cursor().set(request.trace().sent());
        }
    }
}
