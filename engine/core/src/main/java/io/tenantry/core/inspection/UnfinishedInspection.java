package io.tenantry.core.inspection;

import io.tenantry.core.files.DataFolder;
import io.tenantry.core.files.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Says what was under way, and what the next start makes of it. */
public final class UnfinishedInspection implements Inspection {
  @Override
  public void run(Inspected folder, Findings findings) {
    DataFolder data = folder.folder();
    folder
        .catalog()
        .read(UnfinishedRepository::underWay)
        .forEach(
            each ->
                findings.note(
                    "unfinished_" + each.kind(),
                    data.catalog(),
                    each.project() + ": " + each.what()));
    for (String path : folder.catalog().read(UnfinishedRepository::removedFolders)) {
      Path removed = data.root().resolve(path);
      folder.expected().addGoing(removed);
      if (Files.exists(removed)) {
        findings.note(
            "unfinished_removal",
            removed,
            "It belongs to a deleted project; the next start deletes it");
      }
    }
    noteScrap(data.backupScratch(), findings);
    noteScrap(data.trials(), findings);
    List<String> running = folder.catalog().read(UnfinishedRepository::runningImports);
    for (Path each : list(data.imports())) {
      if (!running.contains(String.valueOf(each.getFileName()))) {
        noteScrap(each, findings);
      }
    }
  }

  private static void noteScrap(Path scrap, Findings findings) {
    if (!list(scrap).isEmpty()) {
      findings.note("scrap", scrap, "Half made files; the next start deletes them");
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw FileFailures.of("read", folder, e);
    }
  }
}
