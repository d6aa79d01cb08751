package io.tenantry.app.screens.tenants;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantId;
import java.io.IOException;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Turns names of customers, from a list or a CSV file, into tenant ids: lower case, without
 * accents, what is not allowed becomes {@code -}, and a clash gets a number.
 */
public final class TenantNames {
  private static final List<String> HEADERS =
      List.of("tenant_id", "tenant", "id", "name", "company", "customer");
  private static final int LONGEST = 30;

  private final Set<String> taken;

  private TenantNames(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /**
   * One name and the id it gets.
   *
   * @param line where the name stands, from 1
   * @param name as given
   * @param id as it will be; empty when no id can be made of the name
   */
  public record Named(long line, String name, String id) {
    public boolean usable() {
      return !id.isEmpty();
    }
  }

  /**
   * What was read.
   *
   * @param names in their order
   * @param column the head of the column they come from; empty where columns have no heads
   * @param unused the heads of the other columns, or their numbers where they have none
   */
  record Listed(List<Named> names, String column, List<String> unused) {
    Listed {
      names = List.copyOf(names);
      unused = List.copyOf(unused);
    }
  }

  /** Reads names from CSV text where no id is taken. */
  public static List<Named> fromCsv(String text) {
    return fromCsv(text, Set.of()).names();
  }

  /**
   * Reads names from CSV text. The column is the one headed {@code tenant_id}, {@code name} or
   * alike, else the first; blank lines are passed over.
   *
   * @param taken ids that no name gets
   * @throws EngineException BAD_REQUEST naming the line that is no CSV
   */
  static Listed fromCsv(String text, Set<String> taken) {
    List<Named> names = new ArrayList<>();
    Set<String> unused = new LinkedHashSet<>();
    String head = "";
    TenantNames made = new TenantNames(taken);
    try (CSVParser parser =
        CSVParser.parse(new StringReader(withoutMark(text)), format(withoutMark(text)))) {
      int column = -1;
      for (CSVRecord row : parser) {
        if (column < 0) {
          column = headed(row);
          if (column >= 0) {
            head = row.get(column).strip();
            unused.addAll(headsBut(column, row));
            continue;
          }
          column = 0;
        }
        if (head.isEmpty()) {
          unused.addAll(numbersBut(column, row));
        }
        String name = column < row.size() ? row.get(column).strip() : "";
        if (!name.isEmpty()) {
          names.add(new Named(parser.getCurrentLineNumber(), name, made.idOf(name)));
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw EngineException.badRequest("This is not a CSV file: " + e.getMessage());
    }
    return new Listed(names, head, List.copyOf(unused));
  }

  private static List<String> headsBut(int used, CSVRecord row) {
    return IntStream.range(0, row.size())
        .filter(column -> column != used)
        .mapToObj(column -> row.get(column).strip())
        .filter(head -> !head.isEmpty())
        .toList();
  }

  private static List<String> numbersBut(int used, CSVRecord row) {
    return IntStream.range(0, row.size())
        .filter(column -> column != used && !row.get(column).isBlank())
        .mapToObj(column -> String.valueOf(column + 1))
        .toList();
  }

  /** Writes names so that {@link #fromCsv} reads the same ones, a line each. */
  static String text(List<String> names) {
    List<String> lines = new ArrayList<>();
    if (!names.isEmpty() && isHeader(names.getFirst())) {
      lines.add("name");
    }
    names.stream().map(TenantNames::quoted).forEach(lines::add);
    return String.join("\n", lines);
  }

  private static String quoted(String name) {
    boolean isPlain = name.chars().noneMatch(letter -> ",;\t\"\n\r".indexOf(letter) >= 0);
    return isPlain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  private static boolean isHeader(String cell) {
    return HEADERS.stream().anyMatch(cell.strip()::equalsIgnoreCase);
  }

  private static CSVFormat format(String text) {
    String first = text.lines().findFirst().orElse("");
    char separator = first.contains(";") && !first.contains(",") ? ';' : ',';
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(first.contains("\t") ? '\t' : separator)
        .setIgnoreEmptyLines(true)
        .get();
  }

  private static int headed(CSVRecord row) {
    for (String header : HEADERS) {
      for (int column = 0; column < row.size(); column++) {
        if (row.get(column).strip().equalsIgnoreCase(header)) {
          return column;
        }
      }
    }
    return -1;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private String idOf(String name) {
    String id = slug(name);
    if (id.isEmpty()) {
      return "";
    }
    String unique = id;
    for (int number = 2; isReserved(unique) || !taken.add(unique); number++) {
      String suffix = "-" + number;
      unique = trimmed(id, LONGEST - suffix.length()) + suffix;
    }
    return unique;
  }

  /** Returns the id that a name alone would get; empty when it has no letter or digit. */
  static String slug(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replace("ß", "ss")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("_{2,}", "_")
            .replaceAll("^[-_]+", "");
    if (plain.isEmpty()) {
      return "";
    }
    String started = Character.isDigit(plain.charAt(0)) ? "t-" + plain : plain;
    return trimmed(started, LONGEST);
  }

  private static String trimmed(String id, int length) {
    String cut = id.length() > length ? id.substring(0, length) : id;
    return cut.replaceAll("[-_]+$", "");
  }

  private static boolean isReserved(String id) {
    try {
      return new TenantId(id).value().isEmpty();
    } catch (EngineException reserved) {
      return true;
    }
  }
}
