package io.tenantry.app;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ClassDesc;
import java.lang.module.ModuleDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The options that the console is started with, here and in the package. */
class LaunchOptionsTest {
  private static final Path OPTIONS = Path.of("../config/launch/console.args");
  private static final String EXPORT = "--add-exports=";
  private static final Set<String> FOREIGN_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  @Test
  void javaFxRunsAsModules() {
    assertThat(javafx.scene.Node.class.getModule().getName()).isEqualTo("javafx.graphics");
  }

  /** Whatever this machine is, and whatever its environment gives every virtual machine. */
  @Test
  void theVirtualMachineTakesAllOptionsWithoutAWordAndCollectsAsTheyExpect()
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(ConsoleJvm.command(LaunchOptionsTest.class, "-Xlog:gc", "-version"))
            .redirectErrorStream(true);
    builder.environment().keySet().removeAll(FOREIGN_OPTIONS);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("Using G1").doesNotContainIgnoringCase("warning");
  }

  /** A library that reaches into JavaFX fails with an error in the middle of a screen otherwise. */
  @Test
  void everyPackageOfJavaFxThatALibraryReachesIntoIsExportedToIt() throws IOException {
    Map<String, String> closed = closedPackages();
    Set<String> needed = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (isLibrary(entry)) {
        collect(Path.of(entry), closed, needed);
      }
    }
    assertThat(needed).isNotEmpty().isEqualTo(exported());
  }

  /** The jars of JavaFX stand there too, though it runs from the module path. */
  private static boolean isLibrary(String entry) {
    String name = Path.of(entry).getFileName().toString();
    return name.endsWith(".jar") && !name.startsWith("javafx-") && !name.contains("testfx");
  }

  private static Set<String> exported() throws IOException {
    try (Stream<String> lines = Files.lines(OPTIONS)) {
      return lines
          .filter(line -> line.startsWith(EXPORT))
          .map(line -> line.substring(EXPORT.length(), line.indexOf('=', EXPORT.length())))
          .collect(toCollection(TreeSet::new));
    }
  }

  /** Returns the packages of JavaFX that are not for everyone, with their modules. */
  private static Map<String, String> closedPackages() {
    Map<String, String> closed = new HashMap<>();
    for (Module module : ModuleLayer.boot().modules()) {
      if (module.getName().startsWith("javafx.")) {
        module.getPackages().forEach(name -> closed.put(name, module.getName() + "/" + name));
        module.getDescriptor().exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .forEach(closed::remove);
      }
    }
    return closed;
  }

  private static void collect(Path jar, Map<String, String> closed, Set<String> needed)
      throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .flatMap(entry -> references(file, entry))
          .map(type -> closed.getOrDefault(type.packageName(), ""))
          .filter(name -> !name.isEmpty())
          .forEach(needed::add);
    }
  }

  private static Stream<ClassDesc> references(JarFile file, JarEntry entry) {
    try {
      ClassModel model = ClassFile.of().parse(file.getInputStream(entry).readAllBytes());
      Stream.Builder<ClassDesc> found = Stream.builder();
      for (PoolEntry constant : model.constantPool()) {
        if (constant instanceof ClassEntry type) {
          add(type.asSymbol(), found);
        } else if (constant instanceof MethodTypeEntry method) {
          add(method.asSymbol().returnType(), found);
          method.asSymbol().parameterList().forEach(type -> add(type, found));
        }
      }
      return found.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(ClassDesc type, Stream.Builder<ClassDesc> found) {
    ClassDesc innermost = type;
    while (innermost.isArray()) {
      innermost = innermost.componentType();
    }
    if (innermost.isClassOrInterface()) {
      found.add(innermost);
    }
  }
}
