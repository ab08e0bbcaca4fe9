package dev.blastradius.ui.cascade;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Outage;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Tree;
import dev.blastradius.ui.look.Theme;
import dev.blastradius.ui.study.StudyController;
import dev.blastradius.ui.study.StudyHost;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window around the page that does nothing but hold it and remember what it was told. */
final class TestHost implements StudyHost {

    private static final String MODEL = "{\"format\":\"blastradius/1\",\"name\":\"Two models\",\"components\":{"
            + "\"users\":{\"kind\":\"client\",\"label\":\"Users\",\"traffic\":{\"arrivals\":\"poisson\",\"requestsPerSecond\":20},"
            + "\"slo\":{\"latency\":\"4s\",\"successRate\":0.99}},"
            + "\"chat\":{\"kind\":\"service\",\"label\":\"Chat\",\"concurrency\":40,\"latency\":\"20ms\"},"
            + "\"opus\":{\"kind\":\"model\",\"label\":\"Opus\",\"concurrency\":40,\"latency\":\"500ms\",\"rateLimit\":{\"requestsPerMinute\":4000}},"
            + "\"sonnet\":{\"kind\":\"model\",\"label\":\"Sonnet\",\"concurrency\":40,\"latency\":\"300ms\",\"quality\":0.9}},"
            + "\"dependencies\":{\"users->chat\":{},\"chat->opus\":{\"timeout\":\"2s\"},"
            + "\"chat->sonnet\":{\"fallbackFor\":\"chat->opus\",\"order\":1}},"
            + "\"scenarios\":{\"outage\":{\"label\":\"Opus is gone\",\"faults\":[{\"target\":\"opus\",\"at\":\"20s\",\"for\":\"20s\",\"unavailable\":true}]}},"
            + "\"strategies\":{\"patient\":{\"label\":\"Patient\",\"patch\":{\"dependencies\":{\"chat->opus\":{\"timeout\":\"9s\"}}}}},"
            + "\"experiment\":{\"duration\":\"60s\",\"warmup\":\"5s\",\"replications\":3,\"seed\":7}}";

    final List<String> refusals = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    private final StudyController controller = new StudyController(new ReadOnlyBooleanWrapper());
    private final StringProperty scenario = new SimpleStringProperty("");
    private final StackPane root = new StackPane();
    private final Stage stage = new Stage();

    /** A window that shows nothing yet. */
    TestHost() {
        stage.setScene(new Scene(root, 1366, 720));
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
    }

    static Model model() {
        return Objects.requireNonNull(ModelReader.read(MODEL, null).model());
    }

    /** Two models, one for the other; a minute, of which the first one is gone for twenty seconds. */
    static Editor shortModel() {
        return new Editor(model(), null);
    }

    /** The same for ten minutes. */
    static Editor longModel() {
        return new Editor(
                Objects.requireNonNull(ModelReader.read(MODEL.replace("\"60s\"", "\"10m\""), null)
                        .model()),
                null);
    }

    /** With a strategy that cannot be built. */
    static Pipeline withBadStrategy(Pipeline it) {
        Map<String, Strategy> strategies = new LinkedHashMap<>(it.strategiesOrNone());
        Tree patch = Tree.of(Map.of("components", Map.of("opus", Map.of("kind", "nonsense"))));
        strategies.put("bad", new Strategy("Bad", null, patch, null));
        return it.withStrategies(strategies);
    }

    /** With the outage beginning at another moment. */
    static Pipeline withOutageAt(Pipeline it, String at) {
        Fault fault = it.scenariosOrNone().get("outage").faults().get(0);
        Fault moved = new Fault(fault.target(), Duration.of(at), fault.lasting(), null, null, fault.effects());
        return it.withScenarios(Map.of("outage", new Scenario("Opus is gone", null, List.of(moved))));
    }

    void show(javafx.scene.Node node) {
        root.getChildren().setAll(node);
    }

    Parent root() {
        return root;
    }

    void close() {
        controller.forget();
        stage.close();
    }

    @Override
    public StudyController controller() {
        return controller;
    }

    @Override
    public StringProperty scenario() {
        return scenario;
    }

    @Override
    public void refused(String title, List<Problem> problems) {
        refusals.add(title);
    }

    @Override
    public void failed(String title, Throwable fault, long seed) {
        failures.add(fault);
    }

    @Override
    public void refresh() {}

    @Override
    public void showOutage(Outage outage, String strategy, RunSettings settings) {
        throw new UnsupportedOperationException();
    }
}
