package dev.blastradius.ui.cascade.live;

import atlantafx.base.theme.Styles;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.editor.VariantActions;
import dev.blastradius.editor.live.DeedWords;
import dev.blastradius.experiment.live.Deed;
import dev.blastradius.experiment.live.Snapshot;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import dev.blastradius.ui.strategy.Rename;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The line of the run that goes on: how far it is and how fast, what was done to it, and keeping that as a scenario. */
public final class LiveBar extends HBox {

    private static final List<Double> SPEEDS =
            List.of(1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 100.0, 300.0, 1000.0, Double.POSITIVE_INFINITY);
    private static final String HINT = "Click a box or an arrow to break it";

    private final LiveControl control;
    private final Label mark = new Label("LIVE");
    private final Label clock = new Label();
    private final Label facts = new Label();
    private final Label note = new Label(HINT);
    private final Tooltip noteTip = new Tooltip(HINT);
    private final MenuButton deeds = new MenuButton();
    private final Button pause = new Button();
    private final Button save = new Button("Save as scenario…", Icons.node(Feather.SAVE));
    private final Button now = new Button("Go to now", Icons.node(Feather.SKIP_FORWARD));
    private final Button stop = new Button("Stop", Icons.node(Feather.SQUARE));
    private final ComboBox<Double> speed = new ComboBox<>(FXCollections.observableArrayList(SPEEDS));
    private @Nullable Names names;
    private int shownDeeds = -1;
    private boolean asking;

    /**
     * The line of a control.
     *
     * @param kept is given the name under which what was done is to be kept
     */
    LiveBar(LiveControl control, Consumer<String> kept) {
        this.control = control;
        setId("live-bar");
        getStyleClass().add("live-bar");
        setAlignment(Pos.CENTER_LEFT);
        mark.getStyleClass().add("live-mark");
        clock.setId("live-clock");
        clock.getStyleClass().add("live-clock");
        facts.setId("live-facts");
        facts.getStyleClass().add("cascade-caption");
        note.setId("live-note");
        note.getStyleClass().add("live-note");
        note.setMinWidth(30);
        note.setTooltip(noteTip);
        pause.setId("live-pause");
        Icons.describe(pause, "Lets the run stand still, or go on");
        pause.setOnAction(event -> control.paused().set(!control.paused().get()));
        stop.setId("live-stop");
        Icons.describe(stop, "Ends the live run; what it has been through stays to be looked at");
        stop.setOnAction(event -> control.stop());
        now.setId("live-now");
        now.getStyleClass().add(Styles.ACCENT);
        Icons.describe(now, "Follows the run again where it is now");
        now.setOnAction(event -> control.goToNow());
        now.managedProperty().bind(now.visibleProperty());
        deeds.setId("live-deeds");
        Icons.describe(deeds, "What was done so far; each moment can be gone to");
        save.setId("live-save");
        Icons.describe(save, "Keeps what was done as a scenario that goes through the same by itself");
        save.setOnAction(event -> ask(kept));
        fillSpeed();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Region each : List.of(mark, clock, facts, pause, stop, now, deeds, save, speed)) {
            each.setMinWidth(USE_PREF_SIZE);
        }
        for (Region each : List.of(pause, stop, now, deeds, save)) {
            each.getStyleClass().add(Styles.SMALL);
        }
        getChildren().setAll(mark, clock, pause, speed, stop, facts, note, space, now, deeds, save);
        control.on().addListener((observable, was, is) -> arrange());
        control.paused().addListener((observable, was, is) -> arrange());
        control.atNow().addListener((observable, was, is) -> arrange());
        control.snapshot().addListener((observable, was, is) -> show(is));
        show(control.snapshot().get());
    }

    private void fillSpeed() {
        speed.setId("live-speed");
        speed.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Double factor) {
                return factor == null ? "" : Clock.speed(factor);
            }

            @Override
            public Double fromString(String text) {
                throw new UnsupportedOperationException("speeds are not typed");
            }
        });
        speed.setValue(control.speed().get());
        speed.valueProperty()
                .addListener((observable, was, is) -> control.speed().set(is));
        control.speed().addListener((observable, was, is) -> speed.setValue(is.doubleValue()));
        Icons.describe(speed, "How many simulated seconds pass in a second; Max is as fast as this machine goes");
    }

    /** What people call the parts from now on. */
    void name(Names newNames) {
        names = newNames;
        shownDeeds = -1;
    }

    /** Says something in place of the hint; empty: the hint again. */
    public void say(String words, boolean warns) {
        note.setText(words.isEmpty() ? HINT : words);
        note.getStyleClass().setAll("label", warns ? "live-warning" : words.isEmpty() ? "live-note" : "live-said");
        noteTip.setText(note.getText());
    }

    private void show(@Nullable Snapshot snapshot) {
        setVisible(snapshot != null);
        setManaged(snapshot != null);
        if (snapshot == null) {
            return;
        }
        double duration = snapshot.playback().duration();
        clock.setText(Clock.text(snapshot.now()) + " of " + Clock.text(duration));
        String achieved = control.isOn() && !control.paused().get() ? Clock.speed(snapshot.speed()) + " now · " : "";
        facts.setText(achieved + Figures.count(control.requests()) + " requests");
        if (snapshot.deeds().size() != shownDeeds) {
            list(snapshot.deeds());
        }
        arrange();
    }

    private void list(List<Deed> done) {
        Names known = names;
        if (known == null) {
            return;
        }
        shownDeeds = done.size();
        List<MenuItem> items = new ArrayList<>();
        for (Deed deed : done) {
            MenuItem item = new MenuItem(Clock.text(deed.at()) + "   " + Lines.one(DeedWords.of(deed.action(), known)));
            item.setMnemonicParsing(false);
            item.setOnAction(event -> control.goTo(deed.at()));
            items.add(item);
        }
        deeds.getItems().setAll(items);
        deeds.setText(done.size() == 1 ? "1 deed" : done.size() + " deeds");
        deeds.setDisable(done.isEmpty());
        if (!done.isEmpty()) {
            Deed last = done.get(done.size() - 1);
            say(Clock.text(last.at()) + "  " + Lines.one(DeedWords.of(last.action(), known)), false);
        } else {
            say("", false);
        }
    }

    private void arrange() {
        boolean isOn = control.isOn();
        boolean isPaused = control.paused().get();
        mark.setText(isOn ? (isPaused ? "PAUSED" : "LIVE") : "ENDED");
        mark.getStyleClass().setAll("label", "live-mark", isOn && !isPaused ? "live-on" : "live-off");
        if (!isOn && HINT.equals(note.getText())) {
            note.setText("");
        }
        pause.setGraphic(Icons.node(isPaused ? Feather.PLAY : Feather.PAUSE));
        pause.setText(isPaused ? "Go on" : "Pause");
        for (Region each : List.of(pause, stop, speed)) {
            each.setVisible(isOn);
            each.setManaged(isOn);
        }
        now.setVisible(isOn && !control.atNow().get());
        deeds.setVisible(shownDeeds > 0);
        deeds.setManaged(shownDeeds > 0);
    }

    private void ask(Consumer<String> kept) {
        // Away from the button, which the Enter that ends the name would press again.
        requestFocus();
        asking = true;
        Rename.ask(
                save,
                "Name of the scenario",
                "",
                VariantActions.LONGEST_NAME,
                name -> {
                    if (!name.isBlank()) {
                        kept.accept(name.strip());
                    }
                },
                () -> asking = false);
    }

    /** Whether a name is being typed. */
    boolean isAsking() {
        return asking;
    }
}
