package dev.blastradius.ui.cascade.frames;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Writes numbered PNG files into a folder of their own, which is moved into its place when all are there. */
public final class PngSink implements FrameSink {

    private final Path target;
    private final Path part;
    private final BufferedImage image;
    private int number;

    /**
     * A folder without pictures.
     *
     * @param target the folder to be made; throws IOException where something is there already that is no empty folder
     */
    public PngSink(Path target, int width, int height) throws IOException {
        this.target = target.toAbsolutePath();
        if (Files.exists(this.target) && !isEmptyFolder(this.target)) {
            throw new IOException(this.target + " is there already");
        }
        part = Beside.folder(this.target);
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    @Override
    public void add(int[] pixels) throws IOException {
        int[] raster = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(pixels, 0, raster, 0, raster.length);
        number++;
        Path file = part.resolve(String.format(Locale.ROOT, "frame-%05d.png", number));
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException("cannot write " + file);
        }
    }

    @Override
    public void finish() throws IOException {
        Files.deleteIfExists(target);
        Files.move(part, target);
    }

    @Override
    public void abandon() {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> inside = Files.list(part)) {
            inside.forEach(files::add);
        } catch (IOException gone) {
            return;
        }
        files.add(part);
        for (Path file : files) {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
