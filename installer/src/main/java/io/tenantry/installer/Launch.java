package io.tenantry.installer;

import java.util.List;

/** How the console is started, in the package and while its cache is trained. */
final class Launch {

  static final String MAIN_CLASS = "io.tenantry.app.Main";
  static final String SERVER_MAIN_CLASS = "io.tenantry.server.ServerMain";

  /** The cache is only valid with the same options. */
  static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xms64m",
          "-Xmx1g",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "--enable-native-access=javafx.graphics,ALL-UNNAMED");

  static final List<String> SERVER_JAVA_OPTIONS =
      List.of("-Xms64m", "--enable-native-access=ALL-UNNAMED");

  private Launch() {}
}
