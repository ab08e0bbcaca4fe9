package dev.blastradius.ui.cascade.frames;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Places beside others, for what is not whole yet: made with the rights that any new file has, unlike the system's temporary ones. */
final class Beside {

    private static final int MOST = 1000;

    private Beside() {}

    /** Makes something. */
    @FunctionalInterface
    private interface Maker {

        void make(Path path) throws IOException;
    }

    /** A new empty file. */
    static Path file(Path target) throws IOException {
        return made(target, Files::createFile);
    }

    /** A new empty folder. */
    static Path folder(Path target) throws IOException {
        return made(target, Files::createDirectory);
    }

    private static Path made(Path target, Maker maker) throws IOException {
        for (int i = 1; i <= MOST; i++) {
            Path path = target.resolveSibling("." + target.getFileName() + "-" + i + ".part");
            try {
                maker.make(path);
                return path;
            } catch (FileAlreadyExistsException taken) {
                // Another film is on its way there, or was left behind: the next name.
                continue;
            }
        }
        throw new IOException("no free name beside " + target);
    }
}
