package dev.blastradius.ui.cascade.frames;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A few colours that stand for many: by median cut (Heckbert, "Color image quantization for frame buffer display", 1982) over colours
 * of five bits each for red, green and blue, each group standing for the mean of its pixels' true colours.
 */
final class Palette {

    private static final int BITS = 5;
    private static final int LOW = 8 - BITS;
    private static final int LEVELS = 1 << BITS;
    private static final int BINS = LEVELS * LEVELS * LEVELS;

    private final int[] counts = new int[BINS];
    private final long[] reds = new long[BINS];
    private final long[] greens = new long[BINS];
    private final long[] blues = new long[BINS];
    private final int[] group = new int[BINS];
    private int[] colors = {};

    /** A group of neighbouring colours: used bins in an order of their own, from one place to before another. */
    private record Span(int from, int to, int widest, long weight) {}

    /** Counts a pixel's colour. */
    void count(int pixel) {
        int bin = bin(pixel);
        counts[bin]++;
        reds[bin] += pixel >> 16 & 0xFF;
        greens[bin] += pixel >> 8 & 0xFF;
        blues[bin] += pixel & 0xFF;
    }

    /**
     * Chooses the colours, and forgets what was counted.
     *
     * @param most how many there may be
     */
    void choose(int most) {
        int[] used = usedBins();
        List<Span> spans = new ArrayList<>();
        if (used.length > 0) {
            spans.add(span(used, 0, used.length));
        }
        while (spans.size() < most) {
            Span widest = spans.stream()
                    .filter(each -> each.to() - each.from() > 1)
                    .max(Comparator.comparingLong(Span::weight))
                    .orElse(null);
            if (widest == null) {
                break;
            }
            spans.remove(widest);
            int middle = cut(used, widest);
            spans.add(span(used, widest.from(), middle));
            spans.add(span(used, middle, widest.to()));
        }
        colors = new int[spans.size()];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = mean(used, spans.get(i), i);
        }
        Arrays.fill(counts, 0);
        Arrays.fill(reds, 0);
        Arrays.fill(greens, 0);
        Arrays.fill(blues, 0);
    }

    private int[] usedBins() {
        int[] used = new int[BINS];
        int size = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                used[size++] = bin;
            }
        }
        return Arrays.copyOf(used, size);
    }

    private Span span(int[] used, int from, int to) {
        int widest = 0;
        int width = -1;
        long pixels = 0;
        for (int channel = 0; channel < 3; channel++) {
            int least = LEVELS;
            int most = -1;
            for (int i = from; i < to; i++) {
                int level = level(used[i], channel);
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
            if (most - least > width) {
                width = most - least;
                widest = channel;
            }
        }
        for (int i = from; i < to; i++) {
            pixels += counts[used[i]];
        }
        // Few pixels of far colours count as well as many of near ones: a sign must not take on the ground's colour.
        return new Span(from, to, widest, (long) (Math.sqrt((double) pixels) * width * width * 16));
    }

    /** Sorts a group along its widest channel and gives the place at which half of its pixels lie on either side. */
    private int cut(int[] used, Span span) {
        int[] sorted = Arrays.stream(used, span.from(), span.to())
                .boxed()
                .sorted(Comparator.comparingInt(bin -> level(bin, span.widest())))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, used, span.from(), sorted.length);
        long pixels = Arrays.stream(sorted).mapToLong(bin -> counts[bin]).sum();
        long left = 0;
        int place = span.from();
        while (place < span.to() - 1 && left * 2 < pixels) {
            left += counts[used[place]];
            place++;
        }
        return Math.max(span.from() + 1, place);
    }

    private int mean(int[] used, Span span, int number) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long pixels = 0;
        for (int i = span.from(); i < span.to(); i++) {
            int bin = used[i];
            group[bin] = number;
            red += reds[bin];
            green += greens[bin];
            blue += blues[bin];
            pixels += counts[bin];
        }
        return (int) (red / pixels) << 16 | (int) (green / pixels) << 8 | (int) (blue / pixels);
    }

    private static int bin(int pixel) {
        return (pixel >> 16 + LOW & LEVELS - 1) << 2 * BITS
                | (pixel >> 8 + LOW & LEVELS - 1) << BITS
                | pixel >> LOW & LEVELS - 1;
    }

    private static int level(int bin, int channel) {
        return bin >> BITS * channel & LEVELS - 1;
    }

    /** The chosen colours as 0xRRGGBB. */
    int[] colors() {
        return colors.clone();
    }

    /** The number of the colour that stands for a pixel's; the pixel must have been counted. */
    int of(int pixel) {
        return group[bin(pixel)];
    }
}
