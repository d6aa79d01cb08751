package io.tenantry.core;

import io.tenantry.contract.info.EngineInfo;
import io.tenantry.contract.info.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** What this build says about itself. */
final class About {
  /** Service, version and the regions of the reference. */
  static final EngineInfo INFO =
      new EngineInfo(
          "Tenantry",
          version(),
          List.of(
              new Region("eu-central", "Europe", true),
              new Region("ap-southeast", "Asia Pacific", false),
              new Region("us-east", "US East", false),
              new Region("us-west", "US West", false)));

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
