package io.tenantry.testkit;

import io.tenantry.contract.queries.Parameters;
import io.tenantry.contract.queries.Value;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.datafaker.Faker;

/** Realistic rows for the shipped templates; the same seed gives the same rows. */
public final class SampleData {
  /** Inserts one user of the template {@code fintech}. */
  public static final String INSERT_USER =
      "INSERT INTO users (id, email, name, kyc_status) VALUES (?, ?, ?, ?)";

  /** Inserts one account of the template {@code fintech}. */
  public static final String INSERT_ACCOUNT =
      "INSERT INTO accounts (id, user_id, name, account_number, currency, balance)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private static final List<String> KYC = List.of("pending", "verified", "rejected");
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "CHF");

  private SampleData() {}

  /** Returns parameters for {@link #INSERT_USER}; e-mail addresses differ. */
  public static List<Parameters> users(long seed, int count) {
    Faker faker = faker(seed);
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            id ->
                Parameters.of(
                    Value.of(id),
                    Value.of(id + "." + faker.internet().emailAddress()),
                    Value.of(faker.name().fullName()),
                    Value.of(faker.options().nextElement(KYC))))
        .toList();
  }

  /** Returns parameters for {@link #INSERT_ACCOUNT}, one account per user. */
  public static List<Parameters> accounts(long seed, int count) {
    Faker faker = faker(seed);
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            id ->
                Parameters.of(
                    Value.of(id),
                    Value.of(id),
                    Value.of(faker.commerce().department()),
                    Value.of(faker.finance().iban() + id),
                    Value.of(faker.options().nextElement(CURRENCIES)),
                    Value.of(faker.number().numberBetween(0L, 100_000_000L))))
        .toList();
  }

  private static Faker faker(long seed) {
    return new Faker(Locale.ENGLISH, new Random(seed));
  }
}
