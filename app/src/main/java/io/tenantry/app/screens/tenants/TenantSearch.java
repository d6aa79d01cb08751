package io.tenantry.app.screens.tenants;

import io.tenantry.contract.Coded;
import io.tenantry.contract.blueprints.VersionRange;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.tenants.TenantFilter;
import io.tenantry.contract.tenants.TenantStatus;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.Locale;
import java.util.Optional;

/**
 * The query bar's language: {@code state:ready version:1.4 blueprint:fintech level:1 acme}. A word
 * without a colon is searched in the id.
 */
final class TenantSearch {
  private Optional<String> search = Optional.empty();
  private Optional<TenantStatus> status = Optional.empty();
  private Optional<WorkspaceName> blueprint = Optional.empty();
  private Optional<VersionRange> version = Optional.empty();
  private Optional<Integer> level = Optional.empty();

  private TenantSearch() {}

  /**
   * Reads a query.
   *
   * @throws EngineException BAD_REQUEST naming the term that is not understood
   */
  static TenantFilter parse(String text, TenantFilter.Sort sort) {
    TenantSearch query = new TenantSearch();
    for (String term : text.strip().split("\\s+")) {
      if (!term.isEmpty()) {
        query.read(term);
      }
    }
    return new TenantFilter(
        query.status.filter(TenantStatus.DELETED::equals).isPresent(),
        query.search,
        query.status,
        query.blueprint,
        query.version,
        query.level,
        sort);
  }

  private void read(String term) {
    int colon = term.indexOf(':');
    if (colon < 0) {
      search = once("search word", search, term.toLowerCase(Locale.ROOT));
      return;
    }
    String key = term.substring(0, colon).toLowerCase(Locale.ROOT);
    String value = term.substring(colon + 1).toLowerCase(Locale.ROOT);
    switch (key) {
      case "state", "status" -> status = once(key, status, status(value));
      case "blueprint" -> blueprint = once(key, blueprint, new WorkspaceName(value));
      case "version" -> version = once(key, version, VersionRange.parse(value));
      case "level" -> level = once(key, level, level(value));
      default ->
          throw EngineException.badRequest(
              "Unknown filter '" + key + "'. Known: state, blueprint, version, level");
    }
  }

  private static <T> Optional<T> once(String name, Optional<T> before, T value) {
    if (before.isPresent()) {
      throw EngineException.badRequest("Only one " + name + " at a time");
    }
    return Optional.of(value);
  }

  private static TenantStatus status(String value) {
    return Coded.find(TenantStatus.class, value)
        .orElseThrow(() -> EngineException.badRequest("Unknown state '" + value + "'"));
  }

  private static int level(String value) {
    return switch (value) {
      case "1", "l1" -> 1;
      case "2", "l2" -> 2;
      default -> throw EngineException.badRequest("level must be 1 or 2");
    };
  }
}
