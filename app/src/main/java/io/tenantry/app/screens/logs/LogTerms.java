package io.tenantry.app.screens.logs;

import io.tenantry.app.lists.FilterKey;
import io.tenantry.app.lists.FilterTerms;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Coded;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.logs.LogSearch;
import io.tenantry.contract.logs.LogType;
import io.tenantry.contract.logs.LogWindow;
import io.tenantry.contract.logs.QuerySource;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filter of the log: {@code type:error tenant:acme since:24h accounts}. Words are searched, as
 * they stand beside each other, in the query and its error.
 *
 * @param search what does not depend on when it is asked
 * @param since how far to look back from then
 */
record LogTerms(LogSearch search, Optional<LogWindow> since) {
  static final String TYPE = "type";
  static final String SOURCE = "source";
  static final String SINCE = "since";
  private static final String TENANT = "tenant";
  private static final String BLUEPRINT = "blueprint";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String KNOWN =
      String.join(", ", TYPE, TENANT, SOURCE, SINCE, BLUEPRINT, FROM, UNTIL);

  static final FilterTerms LANGUAGE =
      new FilterTerms(
          List.of(
              key(TYPE, values(LogType.values(), "logs.type.")),
              key(TENANT, List.of()),
              key(SOURCE, values(QuerySource.values(), "logs.source.")),
              key(SINCE, values(LogWindow.values(), "logs.since.")),
              key(BLUEPRINT, List.of()),
              key(FROM, List.of()),
              key(UNTIL, List.of())));

  private static FilterKey key(String name, List<FilterKey.Value> values) {
    return new FilterKey(name, List.of(":"), Text.of("logs.filter." + name), () -> values);
  }

  private static <E extends Coded> List<FilterKey.Value> values(E[] constants, String key) {
    return Arrays.stream(constants)
        .map(each -> new FilterKey.Value(each.code(), Text.of(key + each.code())))
        .toList();
  }

  /**
   * Reads a filter.
   *
   * @param zone where the user lives
   * @throws EngineException BAD_REQUEST naming what is not understood
   */
  static LogTerms parse(String text, ZoneId zone) {
    LogSearch search = LogSearch.all();
    Optional<LogWindow> since = Optional.empty();
    for (FilterTerms.Term term : LANGUAGE.terms(text)) {
      String value = term.value();
      if (term.isUnfinished() || term.key().isEmpty()) {
        continue;
      }
      switch (term.key()) {
        case TYPE -> search = search.ofType(constant(LogType.class, term));
        case SOURCE -> search = search.over(constant(QuerySource.class, term));
        case SINCE -> since = Optional.of(constant(LogWindow.class, term));
        case TENANT -> search = search.ofTenant(TenantId.existing(value));
        case BLUEPRINT -> search = search.onBlueprint(WorkspaceName.existingBlueprint(value));
        case FROM -> search = search.since(instant(term, zone));
        case UNTIL -> search = search.before(instant(term, zone));
        default ->
            throw EngineException.badRequest(Text.of("lists.filter.unknown", term.key(), KNOWN));
      }
    }
    String words = words(text);
    return new LogTerms(words.isEmpty() ? search : search.containing(words), since);
  }

  private static String words(String text) {
    return LANGUAGE.terms(text).stream()
        .filter(term -> term.key().isEmpty())
        .map(FilterTerms.Term::value)
        .collect(Collectors.joining(" "));
  }

  private static <E extends Enum<E> & Coded> E constant(Class<E> type, FilterTerms.Term term) {
    return Coded.find(type, term.value().toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                EngineException.badRequest(
                    Text.of(
                        "logs.filter.unknown",
                        term.key(),
                        term.value(),
                        Arrays.stream(type.getEnumConstants())
                            .map(Coded::code)
                            .collect(Collectors.joining(", ")))));
  }

  private static Instant instant(FilterTerms.Term term, ZoneId zone) {
    return Stream.<Function<String, Instant>>of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).atZone(zone).toInstant())
        .flatMap(parse -> parsed(parse, term.value()).stream())
        .findFirst()
        .orElseThrow(() -> EngineException.badRequest(Text.of("logs.filter.noTime", term.value())));
  }

  private static Optional<Instant> parsed(Function<String, Instant> parse, String text) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns the same of one tenant. */
  LogTerms ofTenant(TenantId tenant) {
    return new LogTerms(search.ofTenant(tenant), since);
  }

  /** Returns what to ask the engine for at an instant. */
  LogSearch at(Instant now) {
    return since
        .map(window -> now.minus(window.length()))
        .filter(start -> search.from().isEmpty() || start.isAfter(search.from().get()))
        .map(search::since)
        .orElse(search);
  }

  /** Returns the value of a key in a filter; empty when it has none. */
  static String valueOf(String filter, String key) {
    return LANGUAGE.terms(filter).stream()
        .filter(term -> term.key().equals(key))
        .map(FilterTerms.Term::value)
        .findFirst()
        .orElse("");
  }

  /** Returns a filter with another value of a key; an empty one takes the key out. */
  static String with(String filter, String key, String value) {
    Stream<String> others =
        LANGUAGE.terms(filter).stream()
            .filter(term -> !term.key().equals(key))
            .map(FilterTerms.Term::text);
    Stream<String> own = value.isEmpty() ? Stream.empty() : Stream.of(key + ":" + value);
    return Stream.concat(own, others).collect(Collectors.joining(" "));
  }

  /** Returns the filter of one tenant's log over some time. */
  static String ofTenant(TenantId tenant, LogWindow window) {
    return TENANT + ":" + tenant + " " + SINCE + ":" + window.code();
  }

  /** Returns a filter of one tenant only. */
  static String onlyTenant(String filter, TenantId tenant) {
    return with(filter, TENANT, tenant.value());
  }
}
