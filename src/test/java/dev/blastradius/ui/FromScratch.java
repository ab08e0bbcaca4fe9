package dev.blastradius.ui;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;

/** Draws the boxes and arrows of the example {@code batch-enrichment} on an empty canvas, with mouse and keys only, for the pictures. */
final class FromScratch {

    private final WindowDriver driver;
    private final Hands hands;
    private final Path folder;
    private int pictures;

    private FromScratch(WindowDriver driver, Path folder) {
        this.driver = driver;
        this.hands = new Hands(driver);
        this.folder = folder;
    }

    /** Draws it, in a window of its own, and writes {@code from-scratch-1.png} and {@code from-scratch-2.png}. */
    static void record(Path folder) {
        try (WindowDriver driver = new WindowDriver()) {
            new FromScratch(driver, folder).draw();
        }
    }

    private void draw() {
        Fx.waitUntil("the start page is there", () -> driver.find("#example-batch-enrichment") != null);
        Fx.pulse();
        long start = System.nanoTime();
        driver.press(KeyCode.CONTROL, KeyCode.N);
        Fx.waitUntil("the canvas is there", () -> driver.find("#palette-client") != null);
        settle();
        boxes();
        picture();
        arrows();
        picture();
        System.out.printf(
                "boxes and arrows drawn with %d clicks, drags and texts in %.0f s%n",
                hands.actions(), (System.nanoTime() - start) / 1e9);
    }

    private void boxes() {
        hands.place("client", "client", 110, 70, "Shoppers");
        hands.set("id", "shoppers");
        hands.place("client", "client", 110, 330, "Records to enrich");
        hands.set("id", "records");
        hands.place("preset-tomcat", "tomcat", 370, 70, "Shop");
        hands.set("id", "shop");
        hands.place("service", "service", 370, 330, "Enrichment workers");
        hands.set("id", "workers");
        hands.place("preset-pgvector", "pgvector", 640, 70, "Catalogue database");
        hands.set("id", "catalogue");
        hands.place("preset-claude-haiku-4-5", "haiku", 640, 180, "Haiku");
        hands.set("id", "haiku");
        hands.place("model", "model", 640, 330, "Embedding");
        hands.set("id", "embedder");
        hands.place("store", "store", 640, 450, "Warehouse");
        hands.set("id", "warehouse");
    }

    private void arrows() {
        hands.connect("records", "workers");
        hands.connect("shoppers", "shop");
        hands.connect("shop", "catalogue");
        hands.set("timeout", "300 ms");
        hands.give("retry");
        hands.set("retry-maxAttempts", "3");
        hands.connect("workers", "catalogue");
        hands.connect("workers", "haiku");
        step("2", "30s");
        hands.connect("workers", "embedder");
        step("3", "10s");
        hands.connect("workers", "warehouse");
        hands.set("step", "4");
    }

    private void step(String step, String timeout) {
        hands.set("step", step);
        hands.set("timeout", timeout);
        hands.give("retry");
        hands.set("retry-maxAttempts", "3");
    }

    private static void settle() {
        for (int i = 0; i < 30; i++) {
            Fx.pulse();
        }
    }

    private void picture() {
        Bounds canvas = driver.bounds("#canvas");
        driver.moveTo(canvas.getMinX() + 3, canvas.getMaxY() - 3);
        settle();
        pictures++;
        Screenshots.take(driver, folder.resolve("from-scratch-" + pictures + ".png"));
    }
}
