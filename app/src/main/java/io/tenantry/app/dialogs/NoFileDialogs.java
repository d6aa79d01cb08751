package io.tenantry.app.dialogs;

import java.nio.file.Path;
import java.util.Optional;

/** Choosers where there is no desktop: as if the user cancelled each. */
public final class NoFileDialogs implements FileDialogs {
  @Override
  public Optional<Path> open(String title, FileKind... kinds) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, FileKind... kinds) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> folder(String title) {
    return Optional.empty();
  }
}
