package io.tenantry.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The main memory that this process takes, as its system counts it. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String FIELD = "VmRSS:";

  private ResidentMemory() {}

  /** Returns the bytes; empty where the system does not tell (not Linux). */
  static Optional<Long> bytes() {
    if (!Files.isReadable(STATUS)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(FIELD))
          .findFirst()
          .flatMap(ResidentMemory::read);
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Reads {@code VmRSS: 123456 kB}. */
  private static Optional<Long> read(String line) {
    String digits = line.replaceAll("\\D", "");
    return digits.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(digits) * 1024);
  }
}
