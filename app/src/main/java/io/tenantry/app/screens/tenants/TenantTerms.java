package io.tenantry.app.screens.tenants;

import io.tenantry.app.lists.FilterKey;
import io.tenantry.app.lists.FilterTerms;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Coded;
import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantConcern;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The filter of the list: {@code state:ready is:behind version<1.4 level:1 acme}. Words without a
 * key are searched in the id.
 */
final class TenantTerms {
  /** Lists what is in the trash. */
  static final String IN_TRASH = "state:trash";

  private static final String TRASH = "trash";
  private static final String KNOWN = "state, is, blueprint, version, level";

  private final List<String> words = new ArrayList<>();
  private Optional<TenantStatus> status = Optional.empty();
  private Optional<WorkspaceName> blueprint = Optional.empty();
  private Optional<VersionRange> version = Optional.empty();
  private Optional<Integer> level = Optional.empty();
  private Optional<TenantConcern> concern = Optional.empty();

  private TenantTerms() {}

  /** Says whether tenants that a filter lets through can be in a status that suits. */
  static boolean canHold(String filter, Predicate<TenantStatus> suits) {
    return parse(filter, TenantFilter.Sort.ID)
        .status()
        .map(suits::test)
        .orElseGet(
            () ->
                Arrays.stream(TenantStatus.values())
                    .filter(each -> each != TenantStatus.DELETED)
                    .anyMatch(suits));
  }

  /** Returns the language, with what may be suggested of blueprints and versions. */
  static FilterTerms language(
      Supplier<List<FilterKey.Value>> blueprints, Supplier<List<FilterKey.Value>> versions) {
    return new FilterTerms(
        List.of(
            new FilterKey("state", List.of(":"), words("state"), TenantTerms::states),
            new FilterKey("is", List.of(":"), words("is"), TenantTerms::concerns),
            new FilterKey("blueprint", List.of(":"), words("blueprint"), blueprints),
            new FilterKey(
                "version", List.of(":", "<", "<=", ">", ">="), words("version"), versions),
            new FilterKey("level", List.of(":"), words("level"), TenantTerms::levels)));
  }

  private static String words(String key) {
    return Text.of("tenants.filter." + key);
  }

  private static List<FilterKey.Value> states() {
    return Arrays.stream(TenantStatus.values())
        .sorted((a, b) -> b.compareTo(a))
        .map(each -> new FilterKey.Value(written(each), Text.of("tenants.status." + each.code())))
        .toList();
  }

  private static String written(TenantStatus status) {
    return status == TenantStatus.DELETED ? TRASH : status.code();
  }

  private static List<FilterKey.Value> concerns() {
    return Arrays.stream(TenantConcern.values())
        .map(each -> new FilterKey.Value(each.code(), words("is." + each.code())))
        .toList();
  }

  private static List<FilterKey.Value> levels() {
    return List.of(
        new FilterKey.Value("1", Text.of("tenants.filter.level.1")),
        new FilterKey.Value("2", Text.of("tenants.filter.level.2")));
  }

  /**
   * Reads a filter. A key that still waits for its value does not count yet.
   *
   * @throws EngineException BAD_REQUEST naming the term that is not understood
   */
  static TenantFilter parse(String text, TenantFilter.Sort sort) {
    TenantTerms terms = new TenantTerms();
    language(List::of, List::of).terms(text).stream()
        .filter(term -> !term.isUnfinished())
        .forEach(terms::read);
    return new TenantFilter(
        terms.status.filter(TenantStatus.DELETED::equals).isPresent(),
        Optional.of(String.join(" ", terms.words)).filter(each -> !each.isEmpty()),
        terms.status,
        terms.blueprint,
        terms.version,
        terms.level,
        terms.concern,
        sort);
  }

  private void read(FilterTerms.Term term) {
    String key = term.key();
    String value = term.value().toLowerCase(Locale.ROOT);
    switch (key) {
      case "" -> words.add(value);
      case "state", "status" -> status = once(key, status, status(value));
      case "is" -> concern = once(key, concern, concern(value));
      case "blueprint" -> blueprint = once(key, blueprint, WorkspaceName.existingBlueprint(value));
      case "version" -> version = once(key, version, range(term.sign(), value));
      case "level" -> level = once(key, level, level(value));
      default -> throw EngineException.badRequest(Text.of("lists.filter.unknown", key, KNOWN));
    }
  }

  private static VersionRange range(String sign, String value) {
    return VersionRange.parse((":".equals(sign) ? "" : sign) + value);
  }

  private static <T> Optional<T> once(String key, Optional<T> before, T value) {
    if (before.isPresent()) {
      throw EngineException.badRequest(Text.of("lists.filter.twice", key));
    }
    return Optional.of(value);
  }

  private static TenantStatus status(String value) {
    return Coded.find(TenantStatus.class, TRASH.equals(value) ? TenantStatus.DELETED.code() : value)
        .orElseThrow(() -> EngineException.badRequest(Text.of("lists.filter.unknownState", value)));
  }

  private static TenantConcern concern(String value) {
    return Coded.find(TenantConcern.class, value)
        .orElseThrow(() -> EngineException.badRequest(Text.of("tenants.filter.is.unknown")));
  }

  private static int level(String value) {
    return switch (value) {
      case "1", "l1" -> 1;
      case "2", "l2" -> 2;
      default -> throw EngineException.badRequest(Text.of("tenants.filter.level.unknown"));
    };
  }
}
