package dev.blastradius.chart;

/** What a number of a study is counted in, and so how it is written. */
public enum Unit {
    /** A share of 0 to 1, written in per cent. */
    SHARE,
    /** Seconds. */
    TIME,
    /** US dollars. */
    MONEY,
    /** A number without a unit, or whose unit stands beside it. */
    NUMBER;

    /** A value as people read it; a dash where there is none. */
    public String show(double value) {
        return switch (this) {
            case SHARE -> Figures.share(value);
            case TIME -> Figures.time(value);
            case MONEY -> Figures.money(value);
            case NUMBER -> Figures.number(value);
        };
    }

    /** A value in as little room as it takes: a share without decimals where it is neither next to nothing nor next to all. */
    public String brief(double value) {
        if (this != SHARE || Double.isNaN(value)) {
            return show(value);
        }
        double percent = 100 * value;
        boolean whole = Math.abs(percent) >= 9.95 && Math.abs(percent) <= 99.5;
        return whole ? Math.round(percent) + " %" : Figures.number(Math.rint(percent * 100) / 100) + " %";
    }
}
