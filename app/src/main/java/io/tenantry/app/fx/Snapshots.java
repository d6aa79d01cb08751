package io.tenantry.app.fx;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes pictures of a scene, also where there is no screen. UI thread. */
public final class Snapshots {
  private Snapshots() {}

  /** Writes a picture of a scene as PNG. */
  public static void write(Scene scene, Path file) throws IOException {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    write(scene.snapshot(null), file);
  }

  /** Writes a picture of one node as PNG, also of what a window does not show of it. */
  public static void write(Node node, Path file) throws IOException {
    write(node.snapshot(null, null), file);
  }

  private static void write(WritableImage image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    if (!ImageIO.write(copy, "png", file.toFile())) {
      throw new IOException("no PNG writer in this runtime");
    }
  }
}
