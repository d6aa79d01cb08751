package io.tenantry.contract.backups;

import io.tenantry.contract.error.EngineException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a backup to a file of the caller, whole or not at all. */
final class BackupDownload {
  private BackupDownload() {}

  static void write(BackupContent content, Path target) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path part = Files.createTempFile(folder, "." + target.getFileName(), ".part");
    try {
      String found = copy(content, part);
      if (!found.equals(content.sha256())) {
        throw EngineException.conflict(
            "The backup " + content.fileName() + " is damaged: its checksum differs");
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String copy(BackupContent content, Path part) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
      content.stream().transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
