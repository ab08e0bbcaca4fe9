package dev.blastradius.ui.cascade.transport;

import dev.blastradius.editor.stage.Clock;
import dev.blastradius.editor.stage.Transport;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.look.Icons;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Play, pause, step, jump, speed and the moment, in one line. It is away while a replication goes on, which goes by itself. Its keys work
 * wherever the page has the keyboard: see {@link #listen}.
 */
public final class TransportBar extends HBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

    private final CascadeState state;
    private final Player player;
    private final Button play = Icons.button(Feather.PLAY, "Play or pause (Space)");
    private final TextField moment = new TextField();
    private final Label whole = new Label();
    private final ComboBox<Double> speeds = new ComboBox<>();

    /** A bar for what the state says. */
    public TransportBar(CascadeState state) {
        this.state = state;
        player = new Player(state);
        setId("transport");
        getStyleClass().add("transport");
        getStylesheets()
                .add(Objects.requireNonNull(TransportBar.class.getResource("transport.css"))
                        .toExternalForm());
        play.setId("transport-play");
        play.setOnAction(event -> player.toggle());
        prepareMoment();
        prepareSpeeds();
        Label speed = new Label("Speed");
        speed.getStyleClass().add("transport-caption");
        getChildren()
                .setAll(
                        button(Feather.CHEVRONS_LEFT, "transport-start", "To the beginning (Home)", player::toStart),
                        button(
                                Feather.SKIP_BACK,
                                "transport-previous",
                                "To the event of the chain before (P)",
                                () -> player.jump(false)),
                        button(Feather.CHEVRON_LEFT, "transport-back", "A step back (,)", () -> player.step(false)),
                        play,
                        button(Feather.CHEVRON_RIGHT, "transport-on", "A step on (.)", () -> player.step(true)),
                        button(
                                Feather.SKIP_FORWARD,
                                "transport-next",
                                "To the next event of the chain (N)",
                                () -> player.jump(true)),
                        button(Feather.CHEVRONS_RIGHT, "transport-end", "To the end (End)", player::toEnd),
                        moment,
                        whole,
                        speed,
                        speeds);
        state.playing().addListener(observable -> showPlaying());
        state.cursor().addListener(observable -> showMoment());
        state.duration().addListener(observable -> showMoment());
        state.speed().addListener(observable -> showSpeed());
        state.playback().addListener((observable, was, is) -> {
            if (was == null && is != null) {
                state.speed().set(Transport.speedFor(is.duration()));
            }
            showReady();
        });
        state.live().addListener(observable -> showReady());
        state.presenting().addListener((observable, was, is) -> pseudoClassStateChanged(LARGE, is));
        showMoment();
        showSpeed();
        showPlaying();
        showReady();
    }

    private void prepareMoment() {
        moment.setId("transport-moment");
        moment.setPrefColumnCount(7);
        Icons.describe(moment, "The moment: type one, such as 12:30 or 12m30s, and press Enter");
        moment.setOnAction(event -> typed());
        moment.focusedProperty().addListener((observable, was, is) -> {
            if (!is) {
                showMoment();
            }
        });
    }

    private void prepareSpeeds() {
        speeds.setId("transport-speed");
        speeds.getItems().setAll(Transport.SPEEDS);
        speeds.setConverter(new SpeedWords());
        Icons.describe(speeds, "How fast it is played: simulated seconds in a second ([ and ])");
        speeds.valueProperty().addListener((observable, was, is) -> {
            if (is != null) {
                state.speed().set(is);
            }
        });
    }

    /** What the last button does: it saves the recording as a moving picture. */
    public void onSave(Runnable saving) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(gap, button(Feather.FILM, "transport-save", "Save the recording as a moving picture…", saving));
    }

    private static Button button(Feather icon, String id, String words, Runnable action) {
        Button button = Icons.button(icon, words);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    /**
     * Hears keys wherever something in this node has the keyboard, unless text is typed there or something takes the key itself: Space, Home, End,
     * comma and full stop, N and P, and square brackets.
     */
    public void listen(Node page) {
        page.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean typing = event.getTarget() instanceof TextInputControl;
            boolean modified = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
            if (!typing && !modified && player.isReady() && key(event.getCode())) {
                event.consume();
            }
        });
    }

    private boolean key(KeyCode code) {
        switch (code) {
            case SPACE -> player.toggle();
            case PERIOD -> player.step(true);
            case COMMA -> player.step(false);
            case HOME -> player.toStart();
            case END -> player.toEnd();
            case N -> player.jump(true);
            case P -> player.jump(false);
            case CLOSE_BRACKET -> player.speed(true);
            case OPEN_BRACKET -> player.speed(false);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void typed() {
        double seconds = Clock.seconds(moment.getText());
        boolean wrong = Double.isNaN(seconds);
        moment.pseudoClassStateChanged(WRONG, wrong);
        if (!wrong) {
            player.go(seconds);
            write();
        }
    }

    private void showMoment() {
        whole.setText("of " + Clock.text(state.duration().get()));
        if (!moment.isFocused()) {
            write();
        }
    }

    private void write() {
        double cursor = state.cursor().get();
        moment.pseudoClassStateChanged(WRONG, false);
        // Tenths of a second that fly past cannot be read.
        double shown = state.playing().get() ? Math.floor(cursor) : cursor;
        moment.setText(Double.isNaN(cursor) ? "" : Clock.text(shown));
    }

    private void showPlaying() {
        showMoment();
        ((FontIcon) play.getGraphic()).setIconCode(state.playing().get() ? Feather.PAUSE : Feather.PLAY);
    }

    private void showSpeed() {
        speeds.setValue(state.speed().get());
    }

    private void showReady() {
        boolean live = state.live().get();
        setVisible(!live);
        setManaged(!live);
        setDisable(state.playback().get() == null);
    }

    private static final class SpeedWords extends StringConverter<Double> {

        @Override
        public String toString(Double speed) {
            return speed == null ? "" : Transport.words(speed);
        }

        @Override
        public Double fromString(String words) {
            return Double.valueOf(words.replace("×", ""));
        }
    }
}
