package io.tenantry.app.screens.workspaces;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Lets a node take an SQL script that is dropped on it. UI thread. */
final class FileDrop {
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

  private FileDrop() {}

  static void accept(Node node, Consumer<? super Path> onDrop) {
    node.setOnDragOver(
        event -> {
          if (script(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            node.pseudoClassStateChanged(TARGET, true);
            event.consume();
          }
        });
    node.setOnDragExited(_ -> node.pseudoClassStateChanged(TARGET, false));
    node.setOnDragDropped(
        event -> {
          Optional<Path> file = script(event.getDragboard());
          file.ifPresent(onDrop);
          event.setDropCompleted(file.isPresent());
          event.consume();
        });
  }

  private static Optional<Path> script(Dragboard board) {
    List<File> files = board.hasFiles() ? board.getFiles() : List.of();
    return files.stream()
        .filter(file -> file.getName().toLowerCase(Locale.ROOT).endsWith(".sql"))
        .map(File::toPath)
        .findFirst();
  }
}
