package dev.blastradius.ui.cascade.frames;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an animated GIF that repeats for ever. Of each picture only what differs from the one before is written, in colours chosen for
 * it. It is written beside its place and moved there when it is whole.
 */
public final class GifSink implements FrameSink {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int CLEAR = 255;

    private final Path target;
    private final Path part;
    private final int width;
    private final int height;
    private final int centis;
    private final ImageWriter writer;
    private final ImageOutputStream out;
    private final Palette palette = new Palette();
    private int @Nullable [] before;

    /** What of a picture is written. */
    private record Area(int left, int top, int width, int height) {}

    /**
     * A GIF without pictures.
     *
     * @param target where it is to be; replaced where it is there
     * @param centis how long a picture is seen, in hundredths of a second
     */
    public GifSink(Path target, int width, int height, int centis) throws IOException {
        this.target = target.toAbsolutePath();
        this.width = width;
        this.height = height;
        this.centis = centis;
        part = Beside.file(this.target);
        writer = ImageIO.getImageWritersByFormatName("gif").next();
        ImageOutputStream stream = ImageIO.createImageOutputStream(part.toFile());
        if (stream == null) {
            Files.deleteIfExists(part);
            throw new IOException("cannot write " + part);
        }
        out = stream;
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(int[] pixels) throws IOException {
        int[] last = before;
        Area area = last == null ? new Area(0, 0, width, height) : changed(last, pixels);
        for (int y = area.top(); y < area.top() + area.height(); y++) {
            for (int i = y * width + area.left(); i < y * width + area.left() + area.width(); i++) {
                if (last == null || pixels[i] != last[i]) {
                    palette.count(pixels[i]);
                }
            }
        }
        palette.choose(CLEAR);
        BufferedImage image = new BufferedImage(
                area.width(), area.height(), BufferedImage.TYPE_BYTE_INDEXED, colors(palette.colors()));
        byte[] indices = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int to = 0;
        for (int y = area.top(); y < area.top() + area.height(); y++) {
            for (int x = area.left(); x < area.left() + area.width(); x++) {
                int i = y * width + x;
                boolean same = last != null && pixels[i] == last[i];
                indices[to++] = (byte) (same ? CLEAR : palette.of(pixels[i]));
            }
        }
        writer.writeToSequence(new IIOImage(image, null, metadata(image, area, last == null)), null);
        before = Arrays.copyOf(pixels, pixels.length);
    }

    private Area changed(int[] last, int[] pixels) {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (pixels[y * width + x] != last[y * width + x]) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        // A picture must have a pixel, also where nothing has changed: it still takes its time.
        return right < 0 ? new Area(0, 0, 1, 1) : new Area(left, top, right - left + 1, bottom - top + 1);
    }

    private static IndexColorModel colors(int[] colors) {
        byte[] red = new byte[CLEAR + 1];
        byte[] green = new byte[CLEAR + 1];
        byte[] blue = new byte[CLEAR + 1];
        for (int i = 0; i < colors.length; i++) {
            red[i] = (byte) (colors[i] >> 16);
            green[i] = (byte) (colors[i] >> 8);
            blue[i] = (byte) colors[i];
        }
        return new IndexColorModel(8, CLEAR + 1, red, green, blue, CLEAR);
    }

    private IIOMetadata metadata(BufferedImage image, Area area, boolean first) throws IIOInvalidTreeException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        place.setAttribute("imageLeftPosition", String.valueOf(area.left()));
        place.setAttribute("imageTopPosition", String.valueOf(area.top()));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", String.valueOf(CLEAR));
        control.setAttribute("delayTime", String.valueOf(centis));
        addColors(root, (IndexColorModel) image.getColorModel());
        if (first) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            // Sub-block 1, repeated 0 times: for ever.
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    /** Without these all pictures would be shown in the writer's usual colours. */
    private static void addColors(IIOMetadataNode root, IndexColorModel colors) {
        IIOMetadataNode table = child(root, "LocalColorTable");
        table.setAttribute("sizeOfLocalColorTable", String.valueOf(CLEAR + 1));
        table.setAttribute("sortFlag", "FALSE");
        for (int i = 0; i <= CLEAR; i++) {
            IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
            entry.setAttribute("index", String.valueOf(i));
            entry.setAttribute("red", String.valueOf(colors.getRed(i)));
            entry.setAttribute("green", String.valueOf(colors.getGreen(i)));
            entry.setAttribute("blue", String.valueOf(colors.getBlue(i)));
            table.appendChild(entry);
        }
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i) instanceof IIOMetadataNode node
                    && node.getNodeName().equals(name)) {
                return node;
            }
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    @Override
    public void finish() throws IOException {
        writer.endWriteSequence();
        out.close();
        writer.dispose();
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void abandon() {
        try {
            out.close();
        } catch (IOException lost) {
            // What could not be written is given up all the same.
        }
        writer.dispose();
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            part.toFile().deleteOnExit();
        }
    }
}
