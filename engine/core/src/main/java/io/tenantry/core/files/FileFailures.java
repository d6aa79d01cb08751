package io.tenantry.core.files;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.error.FailureReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Turns what a file system answers into errors that say what was tried, where, and why it failed.
 */
public final class FileFailures {
  private FileFailures() {}

  /**
   * Explains a failed file operation.
   *
   * @param action what was tried, for example {@code write}
   * @return INTERNAL_ERROR with details {@code path} and {@code reason}: {@code disk_full}, {@code
   *     access_denied}, {@code no_descriptors} or {@code io}
   */
  public static EngineException of(String action, Path path, IOException cause) {
    FailureReason reason = reasonOf(cause);
    String why =
        switch (reason) {
          case DISK_FULL -> "the disk is full";
          case ACCESS_DENIED -> "access is denied";
          case NO_DESCRIPTORS -> "there are no file descriptors left";
          default -> describe(cause);
        };
    return new EngineException(
            ErrorCode.INTERNAL_ERROR,
            "Cannot " + action + " " + path + ": " + why,
            Map.of("path", path.toString()),
            cause)
        .because(reason);
  }

  /**
   * Explains why a data folder cannot be opened.
   *
   * @param reason {@code foreign}, {@code newer_version}, {@code unusable}, {@code not_a_database}
   *     or {@code key_missing}
   * @return BAD_REQUEST with details {@code path} and {@code reason}
   */
  public static EngineException folder(FailureReason reason, Path path, String message) {
    return new EngineException(
            ErrorCode.BAD_REQUEST, message, Map.of("path", path.toString()), null)
        .because(reason);
  }

  private static FailureReason reasonOf(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return FailureReason.ACCESS_DENIED;
    }
    String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("disk quota")) {
      return FailureReason.DISK_FULL;
    }
    return text.contains("too many open files") ? FailureReason.NO_DESCRIPTORS : FailureReason.IO;
  }

  private static String describe(IOException cause) {
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
  }
}
