package io.tenantry.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tenantry.app.dialogs.Dialogs;
import io.tenantry.app.dialogs.Sheet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes of the console that open sheets, found in their code. */
final class SheetMakers {
  /** What makes a sheet of words. */
  private static final Set<String> ASKING = Set.of("confirm", "tell");

  private SheetMakers() {}

  /** Returns the names of their files. */
  static Set<String> names() {
    return new ClassFileImporter()
        .importPackagesOf(Console.class).stream()
            .filter(type -> !type.getSource().orElseThrow().getUri().toString().contains("test-"))
            .filter(type -> !type.getPackageName().endsWith(".dialogs"))
            .filter(SheetMakers::makesSheets)
            .map(SheetMakers::outermost)
            .collect(Collectors.toCollection(HashSet::new));
  }

  private static boolean makesSheets(JavaClass type) {
    return type.getConstructorCallsFromSelf().stream()
            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Sheet.class))
        || type.getMethodCallsFromSelf().stream()
            .anyMatch(
                call ->
                    call.getTargetOwner().isEquivalentTo(Dialogs.class)
                        && ASKING.contains(call.getName()));
  }

  private static String outermost(JavaClass type) {
    return type.getEnclosingClass().map(SheetMakers::outermost).orElse(type.getSimpleName());
  }
}
