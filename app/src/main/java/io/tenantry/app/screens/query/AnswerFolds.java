package io.tenantry.app.screens.query;

import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.queries.QueryResult;
import io.tenantry.contract.queries.TenantAnswer;
import io.tenantry.contract.queries.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Folds equal answers while they come. An answer is known again by its checksum, so that nothing of
 * it is kept twice; what makes two answers equal is all but the time they took. Any thread.
 */
final class AnswerFolds {
  private static final int MOST_GROUPS = 20_000;
  private static final int MOST_SHOWN = 1_000;
  private static final int NAMES = 6;
  private static final int LONGEST = 300;

  private final Map<String, Group> groups = new HashMap<>();
  private final MessageDigest digest = sha256();
  private int others;

  /** Equal answers. */
  private static final class Group {
    private final int number;
    private final boolean failed;
    private final String words;
    private final List<String> names = new ArrayList<>(1);
    private int tenants;

    Group(int number, TenantAnswer first) {
      this.number = number;
      this.failed = first.failure().isPresent();
      this.words = AnswerFolds.words(first);
    }

    FoldedAnswer folded() {
      int more = tenants - names.size();
      String first = String.join(", ", names);
      String all = more == 0 ? first : Text.of("query.folded.more", first, Figures.count(more));
      return new FoldedAnswer(number, tenants, failed, words, all);
    }
  }

  /** Adds an answer; returns the number of its group, -1 when there are too many. */
  synchronized int add(TenantAnswer answer) {
    String key = key(answer);
    Group group = groups.get(key);
    if (group == null) {
      if (groups.size() >= MOST_GROUPS) {
        others++;
        return -1;
      }
      group = new Group(groups.size(), answer);
      groups.put(key, group);
    }
    if (group.tenants++ < NAMES) {
      group.names.add(answer.tenant().value());
    }
    return group.number;
  }

  /** Returns the answers, the most common one first, at most a thousand; the rest as one. */
  synchronized List<FoldedAnswer> shown() {
    List<Group> sorted =
        groups.values().stream()
            .sorted(
                Comparator.comparingInt((Group group) -> -group.tenants)
                    .thenComparingInt(group -> group.number))
            .toList();
    List<FoldedAnswer> shown =
        sorted.stream().limit(MOST_SHOWN).map(Group::folded).collect(Collectors.toList());
    int rest = others + sorted.stream().skip(MOST_SHOWN).mapToInt(group -> group.tenants).sum();
    if (rest > 0) {
      shown.add(new FoldedAnswer(-1, rest, false, Text.of("query.folded.rest"), ""));
    }
    return shown;
  }

  private String key(TenantAnswer answer) {
    answer.failure().ifPresent(why -> update("e", ErrorPresenter.line(why)));
    answer
        .result()
        .ifPresent(
            result -> {
              result.columns().forEach(column -> update("c", column));
              update("a", result.rowsAffected().map(String::valueOf).orElse(""));
              for (List<Value> row : result.rows()) {
                row.forEach(this::update);
              }
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  private void update(Value value) {
    switch (value) {
      case Value.Null _ -> update("n", "");
      case Value.Integer(long number) -> update("i", Long.toString(number));
      case Value.Real(double number) -> update("r", Double.toString(number));
      case Value.Text(String text) -> update("t", text);
      case Value.Blob(byte[] bytes) -> update("b", bytes);
    }
  }

  private void update(String kind, String text) {
    update(kind, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The length stands before the content, so that no two answers run together to the same. */
  private void update(String kind, byte[] content) {
    digest.update((kind + content.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(content);
  }

  private static String words(TenantAnswer answer) {
    String words =
        answer
            .failure()
            .map(ErrorPresenter::line)
            .or(() -> answer.result().map(AnswerFolds::words))
            .orElse("");
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }

  private static String words(QueryResult result) {
    if (result.columns().isEmpty()) {
      return Text.of("query.changed", rows(result.rowsAffected().orElse(0L)));
    }
    String count = rows(result.rowCount());
    return result.rows().isEmpty()
        ? count
        : Text.of(
            "query.folded.rowsOf",
            count,
            result.rows().getFirst().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
  }

  private static String rows(long count) {
    return Figures.count(count, Text.of("query.row"), Text.of("query.rows"));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
