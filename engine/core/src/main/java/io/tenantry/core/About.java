package io.tenantry.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this build says about itself. */
final class About {
  static final String SERVICE = "Tenantry";
  static final String VERSION = version();

  private About() {}

  private static String version() {
    Properties build = new Properties();
    try (InputStream in = About.class.getResourceAsStream("build.properties")) {
      if (in == null) {
        throw new IllegalStateException("missing resource build.properties");
      }
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty("version", "");
  }
}
