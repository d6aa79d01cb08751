package io.tenantry.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Decides, before the toolkit starts, whether it is to ask for a graphics card. Without one, OpenGL
 * is a program of the system: the toolkit loads it, finds it too slow, and draws by itself all the
 * same, with 67 MB of it in memory for good.
 */
final class GraphicsCard {
  private static final String ORDER = "prism.order";
  private static final Path DEVICES = Path.of("/dev");

  /** Nvidia's own driver, that of Windows' subsystem for Linux, and those of small boards. */
  private static final String OTHERS = "{nvidia[0-9]*,nvidiactl,dxg,mali[0-9]*,kgsl*,pvr*}";

  private GraphicsCard() {}

  /** Lets the toolkit draw by itself where no card is in reach, unless somebody has chosen. */
  static void prepare() {
    boolean isChosen = System.getProperty(ORDER) != null || Boolean.getBoolean("prism.forceGPU");
    if (isLinux() && !isChosen && !isIn(DEVICES)) {
      System.setProperty(ORDER, "sw");
    }
  }

  /** Says whether a card that can draw may be among the devices; true when nobody can tell. */
  static boolean isIn(Path devices) {
    Path linux = devices.resolve("dri");
    return isAny(devices, OTHERS) || Files.isDirectory(linux) && isAny(linux, "renderD*");
  }

  private static boolean isAny(Path folder, String names) {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
      return found.iterator().hasNext();
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean isLinux() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
  }
}
