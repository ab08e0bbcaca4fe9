package dev.blastradius.sim;

/** One of several laws; one uniform chooses by weight, the rest is the chosen one's. */
final class MixtureLaw extends Law {

    private final Law[] parts;

    /** The share of the parts up to each one; the last is 1. */
    private final double[] cumulated;

    MixtureLaw(Law[] parts, double[] weights) {
        this.parts = parts;
        this.cumulated = new double[weights.length];
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            cumulated[i] = sum / total;
        }
    }

    @Override
    public double sample(RandomStream stream) {
        return drawn(stream).sample(stream);
    }

    @Override
    public double sample(RandomStream stream, double spread) {
        return drawn(stream).sample(stream, spread);
    }

    private Law drawn(RandomStream stream) {
        double u = stream.uniform();
        int i = 0;
        while (u >= cumulated[i]) {
            i++;
        }
        return parts[i];
    }

    @Override
    public double mean() {
        double mean = 0;
        for (int i = 0; i < parts.length; i++) {
            mean += share(i) * parts[i].mean();
        }
        return mean;
    }

    @Override
    public double cdf(double x) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += share(i) * parts[i].cdf(x);
        }
        return sum;
    }

    private double share(int i) {
        return i == 0 ? cumulated[0] : cumulated[i] - cumulated[i - 1];
    }
}
