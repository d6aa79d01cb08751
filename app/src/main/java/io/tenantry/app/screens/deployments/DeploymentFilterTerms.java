package io.tenantry.app.screens.deployments;

import io.tenantry.app.lists.FilterKey;
import io.tenantry.app.lists.FilterTerms;
import io.tenantry.app.text.Text;
import io.tenantry.contract.Coded;
import io.tenantry.contract.deployments.DeploymentFilter;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The filter of the list: {@code state:failed blueprint:fintech 1.4}. Other words are searched in
 * blueprint, version and id.
 */
final class DeploymentFilterTerms {
  static final FilterTerms LANGUAGE =
      new FilterTerms(
          List.of(
              new FilterKey(
                  "state",
                  List.of(":"),
                  Text.of("deployments.filter.state"),
                  DeploymentFilterTerms::states),
              new FilterKey(
                  "blueprint", List.of(":"), Text.of("deployments.filter.blueprint"), List::of)));

  private final List<String> words = new ArrayList<>();
  private Optional<DeploymentStatus> status = Optional.empty();
  private Optional<WorkspaceName> blueprint = Optional.empty();

  private DeploymentFilterTerms() {}

  private static List<FilterKey.Value> states() {
    return Arrays.stream(DeploymentStatus.values())
        .map(each -> new FilterKey.Value(each.code(), Text.of("deployments.status." + each.code())))
        .toList();
  }

  /**
   * Reads a filter.
   *
   * @throws EngineException BAD_REQUEST naming what is not understood
   */
  static DeploymentFilter parse(String text, DeploymentFilter.Sort sort) {
    DeploymentFilterTerms terms = new DeploymentFilterTerms();
    LANGUAGE.terms(text).stream().filter(term -> !term.isUnfinished()).forEach(terms::read);
    return new DeploymentFilter(
        Optional.of(String.join(" ", terms.words)).filter(each -> !each.isEmpty()),
        terms.status,
        terms.blueprint,
        sort);
  }

  private void read(FilterTerms.Term term) {
    switch (term.key()) {
      case "" -> words.add(term.value().toLowerCase(Locale.ROOT));
      case "state" -> status = Optional.of(status(term.value()));
      case "blueprint" -> blueprint = Optional.of(WorkspaceName.existingBlueprint(term.value()));
      default ->
          throw EngineException.badRequest(
              Text.of("lists.filter.unknown", term.key(), "state, blueprint"));
    }
  }

  private static DeploymentStatus status(String value) {
    return Coded.find(DeploymentStatus.class, value.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> EngineException.badRequest(Text.of("lists.filter.unknownState", value)));
  }
}
