package io.tenantry.core.sqlite;

import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.sql.SqlScanner;
import io.tenantry.sql.Token;
import io.tenantry.sql.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which number SQLite gives to which named parameter of a statement. */
final class ParameterNames {
  private final List<@Nullable String> names = new ArrayList<>();

  ParameterNames(String sql) {
    Map<String, Integer> known = new LinkedHashMap<>();
    SqlScanner scanner = new SqlScanner(sql);
    while (scanner.hasNext()) {
      Token token = scanner.next();
      if (token.kind() == Kind.VARIABLE) {
        add(token.text(), known);
      }
    }
  }

  /** Returns the name of each parameter with its prefix; empty for those without one. */
  static List<Optional<String>> of(String sql) {
    List<Optional<String>> shown = new ArrayList<>();
    for (String name : new ParameterNames(sql).names) {
      shown.add(Optional.ofNullable(name));
    }
    numbered(sql).stream()
        .filter(number -> number <= shown.size())
        .forEach(number -> shown.set(number - 1, Optional.of("?" + number)));
    return List.copyOf(shown);
  }

  private static Set<Integer> numbered(String sql) {
    Set<Integer> numbers = new HashSet<>();
    SqlScanner scanner = new SqlScanner(sql);
    while (scanner.hasNext()) {
      Token token = scanner.next();
      if (token.kind() == Kind.VARIABLE && token.text().matches("\\?0*[1-9][0-9]{0,4}")) {
        numbers.add(parse(token.text().substring(1)));
      }
    }
    return numbers;
  }

  private void add(String variable, Map<String, Integer> known) {
    if (variable.equals("?")) {
      names.add(null);
    } else if (variable.startsWith("?")) {
      grow(parse(variable.substring(1)));
    } else if (known.putIfAbsent(variable, names.size()) == null) {
      names.add(variable);
    }
  }

  private void grow(int count) {
    while (names.size() < count) {
      names.add(null);
    }
  }

  /** SQLite refuses numbers above 32,766 itself. */
  private static int parse(String digits) {
    return digits.length() > 5 ? 0 : Integer.parseInt(digits);
  }

  /** Puts values given by name into the order of the parameters. */
  List<Value> order(Map<String, Value> values) {
    List<Value> ordered = new ArrayList<>(names.size());
    Set<String> used = new HashSet<>();
    for (String name : names) {
      ordered.add(pick(name, values, used));
    }
    for (String given : values.keySet()) {
      if (!used.contains(given)) {
        throw wrong("query has no parameter named " + given, given);
      }
    }
    return ordered;
  }

  private static Value pick(@Nullable String name, Map<String, Value> values, Set<String> used) {
    if (name == null) {
      throw wrong("query has positional parameters but values were given by name", "?");
    }
    String bare = name.substring(1);
    String key = values.containsKey(bare) ? bare : name;
    Value value = values.get(key);
    if (value == null) {
      throw wrong("no value for parameter " + name, name);
    }
    used.add(key);
    return value;
  }

  private static EngineException wrong(String message, String parameter) {
    return new EngineException(
        ErrorCode.BAD_REQUEST, message, Map.of("field", "params", "parameter", parameter), null);
  }
}
