package io.tenantry.app.start;

import io.tenantry.app.settings.WholeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in a data folder which settings folder belongs to the console that has it open, so that a
 * start with the same data and other settings finds that console. A mark that a killed console left
 * harms nobody: the lock of the settings folder tells whether it runs.
 */
public final class FolderMark {
  private static final Logger LOG = LoggerFactory.getLogger(FolderMark.class);
  private static final String FILE = "console.at";

  private FolderMark() {}

  /** Marks a data folder that this console has open. */
  public static void set(Path dataFolder, Path settingsFolder) {
    try {
      WholeFiles.write(dataFolder.resolve(FILE), settingsFolder.toAbsolutePath() + "\n");
    } catch (IOException e) {
      LOG.warn("Another console will not find this one by {}", dataFolder, e);
    }
  }

  /** Takes the mark away. */
  public static void remove(Path dataFolder) {
    try {
      Files.deleteIfExists(dataFolder.resolve(FILE));
    } catch (IOException e) {
      LOG.warn("The mark of {} could not be removed", dataFolder, e);
    }
  }

  /** Returns the settings folder that a data folder names. */
  static Optional<Path> read(Path dataFolder) {
    try {
      Path mark = dataFolder.resolve(FILE);
      return Files.exists(mark)
          ? Optional.of(Path.of(Files.readString(mark).strip()))
          : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }
}
