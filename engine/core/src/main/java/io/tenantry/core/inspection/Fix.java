package io.tenantry.core.inspection;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** A safe way to mend a finding: no data is deleted, and doing it twice does no harm. */
public sealed interface Fix {
  /** Returns what it does, for people. */
  String says();

  /** Moves files, or a folder with all that is in it, where nothing looks for them. */
  record MoveAside(List<Path> paths) implements Fix {
    public MoveAside {
      paths = List.copyOf(paths);
    }

    @Override
    public String says() {
      return "move it to lost+found";
    }
  }

  /** Deletes a file that holds nothing that anybody could miss. */
  record Delete(Path path) implements Fix {
    @Override
    public String says() {
      return "delete it";
    }
  }

  /** Takes files from everybody but their owner. */
  record OwnerOnly(List<Path> paths) implements Fix {
    public OwnerOnly {
      paths = List.copyOf(paths);
    }

    @Override
    public String says() {
      return "let only the owner read and write";
    }
  }

  /**
   * Corrects the catalog, where it still says what was found.
   *
   * @param says what it does
   * @param change the correction, in a transaction
   */
  record Correct(String says, Consumer<Handle> change) implements Fix {}
}
