package io.tenantry.app.dialogs;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The choosers of the desktop; remembers the last folder while the program runs. UI thread. */
public final class SystemFileDialogs implements FileDialogs {
  private final Supplier<@Nullable Window> owner;
  private @Nullable File lastFolder;

  public SystemFileDialogs(Supplier<@Nullable Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> open(String title, FileKind... kinds) {
    return chosen(chooser(title, kinds).showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> save(String title, String suggestedName, FileKind... kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(suggestedName);
    return chosen(chooser.showSaveDialog(owner.get()));
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(lastFolder);
    return chosen(chooser.showDialog(owner.get()));
  }

  private FileChooser chooser(String title, FileKind... kinds) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialDirectory(lastFolder);
    for (FileKind kind : kinds) {
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(kind.name(), kind.pattern()));
    }
    return chooser;
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file == null) {
      return Optional.empty();
    }
    lastFolder = file.isDirectory() ? file : file.getParentFile();
    return Optional.of(file.toPath());
  }
}
