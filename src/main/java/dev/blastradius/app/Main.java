package dev.blastradius.app;

/** Starts Blast Radius. */
public final class Main {

    private Main() {}

    /**
     * Starts the program.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        System.out.println("Blast Radius " + version());
    }

    /** The version of the jar that the program runs from, or {@code development} when it runs from class files. */
    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
