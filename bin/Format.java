import com.google.googlejavaformat.java.Main;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats the Java files below the given folders, or with {@code --check} lists those that are not
 * formatted and exits 1. google-java-format itself takes files only; Maven puts it on the class
 * path. Usage: {@code Format [--check] FOLDER[:FOLDER...]}
 */
public final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    boolean check = args[0].equals("--check");
    List<String> command =
        new ArrayList<>(
            check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    int options = command.size();
    for (String folder : args[args.length - 1].split(File.pathSeparator)) {
      addSources(Path.of(folder), command);
    }
    if (command.size() == options) {
      return;
    }
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int exit = new Main(out, err, System.in).format(command.toArray(String[]::new));
    if (exit != 0 && check) {
      err.println("The files above are not formatted: run bin/format");
    }
    System.exit(exit);
  }

  private static void addSources(Path folder, List<String> command) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      found
          .map(Path::toString)
          .filter(path -> path.endsWith(".java"))
          .sorted()
          .forEach(command::add);
    }
  }
}
