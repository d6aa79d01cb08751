package io.tenantry.app.screens.backups;

import io.tenantry.app.lists.FilterKey;
import io.tenantry.app.lists.FilterTerms;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Coded;
import io.tenantry.contract.backups.BackupCoverage.State;
import io.tenantry.contract.backups.CoverageFilter;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The filter of the list: {@code state:overdue blueprint:fintech acme}. Words without a key are
 * searched in the tenant's id.
 */
final class CoverageTerms {
  private static final String KNOWN = "state, blueprint";

  private CoverageTerms() {}

  /** Returns the language, with what may be suggested of blueprints. */
  static FilterTerms language(Supplier<List<FilterKey.Value>> blueprints) {
    return new FilterTerms(
        List.of(
            new FilterKey(
                "state", List.of(":"), Text.of("backups.filter.state"), CoverageTerms::states),
            new FilterKey(
                "blueprint", List.of(":"), Text.of("backups.filter.blueprint"), blueprints)));
  }

  private static List<FilterKey.Value> states() {
    return Arrays.stream(State.values())
        .map(each -> new FilterKey.Value(each.code(), Text.of("backups.explain." + each.code())))
        .toList();
  }

  /**
   * Reads a filter. A key that still waits for its value does not count yet.
   *
   * @throws EngineException BAD_REQUEST naming the term that is not understood
   */
  static CoverageFilter parse(String text, CoverageFilter.Sort sort) {
    List<String> words = new ArrayList<>();
    Optional<State> state = Optional.empty();
    Optional<WorkspaceName> blueprint = Optional.empty();
    for (FilterTerms.Term term : language(List::of).terms(text)) {
      String value = term.value().toLowerCase(Locale.ROOT);
      if (!term.isUnfinished()) {
        switch (term.key()) {
          case "" -> words.add(value);
          case "state" -> state = once(term.key(), state, state(value));
          case "blueprint" ->
              blueprint = once(term.key(), blueprint, WorkspaceName.existingBlueprint(value));
          default ->
              throw EngineException.badRequest(Text.of("lists.filter.unknown", term.key(), KNOWN));
        }
      }
    }
    return new CoverageFilter(
        Optional.of(String.join(" ", words)).filter(each -> !each.isEmpty()),
        state,
        blueprint,
        sort);
  }

  private static <T> Optional<T> once(String key, Optional<T> before, T value) {
    if (before.isPresent()) {
      throw EngineException.badRequest(Text.of("lists.filter.twice", key));
    }
    return Optional.of(value);
  }

  private static State state(String value) {
    return Coded.find(State.class, value)
        .orElseThrow(() -> EngineException.badRequest(Text.of("lists.filter.unknownState", value)));
  }
}
