package io.tenantry.app;

import java.lang.management.ThreadInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the UI thread did at one moment.
 *
 * @param culprit our own code that the thread was in, the innermost call; empty when it was in none
 * @param waits whether it waited for something
 * @param stack from the innermost call on
 */
record UiSample(Optional<StackTraceElement> culprit, boolean waits, List<StackTraceElement> stack) {
  private static final Map<String, Boolean> OURS = new ConcurrentHashMap<>();

  /** Loading a class, linking a lambda: once per start, and in the product out of the cache. */
  private static final List<String> LOADING =
      List.of(
          "java.lang.ClassLoader", "jdk.internal.loader.", "java.lang.invoke.MethodHandleNatives");

  /** What works on the UI thread by design, in tests and tours only. */
  private static final List<String> INSTRUMENTS =
      List.of(
          "io.tenantry.app.tasks.SameThreadTaskRunner",
          "io.tenantry.app.tour.",
          "io.tenantry.app.TourStage",
          "io.tenantry.app.Screenshots",
          "io.tenantry.app.fx.Snapshots");

  /** The end of the console: no window is left that could wait. */
  private static final List<String> ENDING =
      List.of("io.tenantry.app.Console.close", "io.tenantry.app.OpenWindows.quit");

  /** The toolkit builds or takes down a whole window here. */
  private static final List<String> WINDOWS =
      List.of("javafx.stage.Window.setShowing", "javafx.stage.Window.hide");

  static UiSample of(ThreadInfo info) {
    List<StackTraceElement> stack = List.of(info.getStackTrace());
    boolean waits =
        switch (info.getThreadState()) {
          case BLOCKED, WAITING, TIMED_WAITING -> true;
          case RUNNABLE -> isInSystemCall(stack);
          case NEW, TERMINATED -> false;
        };
    return new UiSample(culprit(stack), waits, stack);
  }

  private static Optional<StackTraceElement> culprit(List<StackTraceElement> stack) {
    Optional<StackTraceElement> ours =
        stack.stream().filter(frame -> isOurs(frame.getClassName())).findFirst();
    List<StackTraceElement> within =
        ours.map(frame -> stack.subList(0, stack.indexOf(frame))).orElse(List.of());
    boolean excused =
        stack.stream().anyMatch(UiSample::isExcused)
            || within.stream().map(UiSample::call).anyMatch(WINDOWS::contains);
    return excused ? Optional.empty() : ours;
  }

  private static boolean isExcused(StackTraceElement frame) {
    String name = frame.getClassName();
    return "<clinit>".equals(frame.getMethodName())
        || ENDING.contains(call(frame))
        || LOADING.stream().anyMatch(name::startsWith)
        || INSTRUMENTS.stream().anyMatch(name::startsWith);
  }

  private static String call(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }

  /** Reading a file or asking the database shows as running. */
  private static boolean isInSystemCall(List<StackTraceElement> stack) {
    if (stack.isEmpty() || !stack.getFirst().isNativeMethod()) {
      return false;
    }
    String name = stack.getFirst().getClassName();
    return name.startsWith("sun.nio.")
        || name.startsWith("java.io.")
        || name.startsWith("org.sqlite.");
  }

  private static boolean isOurs(String name) {
    boolean console = name.startsWith("io.tenantry.app.") || name.startsWith("io.tenantry.themes.");
    return console && OURS.computeIfAbsent(name, UiSample::isMainCode);
  }

  private static boolean isMainCode(String name) {
    try {
      Class<?> type = Class.forName(name, false, UiSample.class.getClassLoader());
      return !type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("/test-");
    } catch (ClassNotFoundException e) {
      return false; // a hidden class of a lambda: its caller is on the stack as well
    }
  }
}
