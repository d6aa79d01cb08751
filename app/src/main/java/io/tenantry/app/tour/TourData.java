package io.tenantry.app.tour;

import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Realistic names and rows, the same on each run. */
final class TourData {
  private static final long SEED = 20_261_121L;
  private static final List<String> KINDS =
      List.of("deposit", "withdrawal", "transfer", "payment", "fee");

  private final Random random = new Random(SEED);
  private final TourNames people = new TourNames(random);
  private int references;

  /** Returns a CSV file with one customer per line. */
  String customersCsv(int count) {
    Set<String> names = new LinkedHashSet<>();
    while (names.size() < count) {
      names.add(people.company());
    }
    StringBuilder csv = new StringBuilder("name,city,since\n");
    for (String name : names) {
      csv.append('"').append(name.replace("\"", "\"\"")).append("\",\"");
      csv.append(people.city()).append("\",").append(2012 + random.nextInt(14));
      csv.append('\n');
    }
    return csv.toString();
  }

  /** A statement with the values of all its rows. */
  record Insert(String sql, Parameters params, int rows) {}

  Insert users(int count) {
    List<Value> values = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      String name = people.person();
      String mail = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + id + "@example.com";
      values.add(Value.of(mail));
      values.add(Value.of(name));
      values.add(Value.of(random.nextInt(5) == 0 ? "pending" : "verified"));
    }
    return insert("INSERT INTO users (email, name, kyc_status) VALUES ", values, 3);
  }

  Insert accounts(int users) {
    List<Value> values = new ArrayList<>();
    for (int user = 1; user <= users; user++) {
      values.add(Value.of(user));
      values.add(Value.of("Main"));
      values.add(Value.of("%010d".formatted(random.nextInt(Integer.MAX_VALUE)) + user));
      values.add(Value.of(random.nextInt(3) == 0 ? "EUR" : "USD"));
      values.add(Value.of((long) random.nextInt(2_000_000)));
    }
    return insert(
        "INSERT INTO accounts (user_id, name, account_number, currency, balance) VALUES ",
        values,
        5);
  }

  Insert transactions(int count, int accounts) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      references++;
      values.add(Value.of(1 + random.nextInt(accounts)));
      values.add(Value.of(KINDS.get(random.nextInt(KINDS.size()))));
      values.add(Value.of(1 + random.nextInt(90_000)));
      values.add(Value.of(people.product()));
      values.add(Value.of("T-%08d".formatted(references)));
    }
    return insert(
        "INSERT INTO transactions (account_id, type, amount, description, reference) VALUES ",
        values,
        5);
  }

  private static Insert insert(String head, List<Value> values, int columns) {
    int rows = values.size() / columns;
    String row = "(" + "?, ".repeat(columns - 1) + "?)";
    String sql = head + row + (", " + row).repeat(rows - 1);
    return new Insert(sql, Parameters.of(values), rows);
  }
}
