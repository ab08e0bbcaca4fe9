package dev.blastradius.fault;

/** How several faults that do the same add up. */
public enum Composition {
    /** Probabilities of independent events: 1 − (1 − a)(1 − b); none is 0. */
    INDEPENDENT {
        @Override
        public double none() {
            return 0;
        }

        @Override
        public double compose(double a, double b) {
            return 1 - (1 - a) * (1 - b);
        }
    },
    /** Factors multiply; none is 1. */
    FACTOR {
        @Override
        public double none() {
            return 1;
        }

        @Override
        public double compose(double a, double b) {
            return a * b;
        }
    },
    /** Times, in seconds, add up; none is 0. */
    SUM {
        @Override
        public double none() {
            return 0;
        }

        @Override
        public double compose(double a, double b) {
            return a + b;
        }
    },
    /** A state, 1 or 0, that holds while any fault says so; a ramp has no meaning for it. */
    ANY {
        @Override
        public double none() {
            return 0;
        }

        @Override
        public double compose(double a, double b) {
            return Math.max(a, b);
        }
    };

    /** The value when no fault does it. */
    public abstract double none();

    /** The value of two together. */
    public abstract double compose(double a, double b);
}
