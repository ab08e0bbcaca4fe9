package dev.blastradius.ui.cascade.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

class FrameSinksTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @TempDir
    private Path folder;

    /** A square on a ground, further right in each picture. */
    private static int[] picture(int number) {
        int[] pixels = new int[WIDTH * HEIGHT];
        Arrays.fill(pixels, 0xFF203040);
        for (int y = 10; y < 20; y++) {
            Arrays.fill(pixels, y * WIDTH + number * 5, y * WIDTH + number * 5 + 10, 0xFFE07B00);
        }
        return pixels;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aGifHasThePicturesThatItWasGivenWithTheirTimeAndRepeats() throws IOException {
        Path file = folder.resolve("film.gif");
        GifSink sink = new GifSink(file, WIDTH, HEIGHT, 10);
        for (int i = 0; i < 7; i++) {
            sink.add(picture(i));
        }
        sink.add(picture(6));
        assertEquals(1, names().size(), "it is written beside its place");
        assertFalse(Files.exists(file));
        sink.finish();
        assertEquals(List.of("film.gif"), names());
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            assertEquals(8, reader.getNumImages(true));
            assertEquals(WIDTH, reader.getWidth(0));
            assertEquals(HEIGHT, reader.getHeight(0));
            assertEquals("10", attribute(reader.getImageMetadata(3), "GraphicControlExtension", "delayTime"));
            assertEquals("NETSCAPE", attribute(reader.getImageMetadata(0), "ApplicationExtension", "applicationID"));
            // Only what has changed is written: the square's old and new place.
            assertEquals("10", attribute(reader.getImageMetadata(3), "ImageDescriptor", "imageTopPosition"));
            assertEquals("10", attribute(reader.getImageMetadata(3), "ImageDescriptor", "imageHeight"));
            assertEquals("1", attribute(reader.getImageMetadata(7), "ImageDescriptor", "imageHeight"));
            assertEquals(0xFF203040, reader.read(0).getRGB(60, 40));
            assertEquals(0xFFE07B00, reader.read(0).getRGB(5, 15));
        } finally {
            reader.dispose();
        }
    }

    private static String attribute(IIOMetadata metadata, String node, String name) {
        NodeList found =
                ((org.w3c.dom.Element) metadata.getAsTree("javax_imageio_gif_image_1.0")).getElementsByTagName(node);
        return ((org.w3c.dom.Element) found.item(0)).getAttribute(name);
    }

    @Test
    void whatIsGivenUpLeavesNothingBehindAndTouchesNothing() throws IOException {
        Path file = folder.resolve("film.gif");
        Files.writeString(file, "before");
        GifSink gif = new GifSink(file, WIDTH, HEIGHT, 10);
        gif.add(picture(0));
        gif.abandon();
        PngSink png = new PngSink(folder.resolve("frames"), WIDTH, HEIGHT);
        png.add(picture(0));
        png.abandon();
        assertEquals(List.of("film.gif"), names());
        assertEquals("before", Files.readString(file));
    }

    @Test
    void picturesAreNumberedFilesInAFolderOfTheirOwn() throws IOException {
        Path frames = folder.resolve("frames");
        PngSink sink = new PngSink(frames, WIDTH, HEIGHT);
        for (int i = 0; i < 3; i++) {
            sink.add(picture(i));
        }
        assertFalse(Files.exists(frames));
        sink.finish();
        assertEquals(List.of("frames"), names());
        assertEquals(
                0xFFE07B00,
                ImageIO.read(frames.resolve("frame-00003.png").toFile()).getRGB(15, 15));
        assertFalse(Files.exists(frames.resolve("frame-00004.png")));
        assertThrows(IOException.class, () -> new PngSink(frames, WIDTH, HEIGHT));
    }

    @Test
    void aPaletteIsExactWhereThereAreFewColoursAndNearWhereThereAreMany() {
        Palette palette = new Palette();
        int[] few = {0x000000, 0xFFFFFF, 0xE07B00, 0x203040};
        for (int color : few) {
            palette.count(0xFF000000 | color);
        }
        palette.choose(255);
        for (int color : few) {
            assertEquals(color, palette.colors()[palette.of(0xFF000000 | color)]);
        }
        Random random = new Random(3);
        int[] many = random.ints(20_000, 0, 1 << 24).toArray();
        for (int color : many) {
            palette.count(color);
        }
        palette.choose(255);
        assertEquals(255, palette.colors().length);
        for (int color : many) {
            int got = palette.colors()[palette.of(color)];
            for (int shift = 0; shift <= 16; shift += 8) {
                assertTrue(Math.abs((color >> shift & 0xFF) - (got >> shift & 0xFF)) < 70, Integer.toHexString(color));
            }
        }
    }

    @Test
    void aPlanHasAPictureForEachMomentFromTheFirstToTheLast() {
        FramePlan plan = new FramePlan(100, 160, 30, 10, 640, 360);
        assertEquals(21, plan.count());
        assertEquals(100, plan.moment(0));
        assertEquals(103, plan.moment(1), 1e-9);
        assertEquals(160, plan.moment(20), 1e-9);
        assertEquals(10, plan.centis());
        assertEquals(1, new FramePlan(5, 5, 1, 10, 1, 1).count());
        assertThrows(IllegalArgumentException.class, () -> new FramePlan(5, 4, 1, 10, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new FramePlan(0, 4, 1, 30, 1, 1));
    }
}
