package io.tenantry.app.screens.deployments;

import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Says what a deployment will do, as one would tell a colleague; and why it cannot start. */
final class DeploymentPlanWords {
  private DeploymentPlanWords() {}

  static String sentences(DeploymentPlan plan) {
    return plan.obstacle().map(why -> obstacle(plan, why)).orElseGet(() -> effect(plan));
  }

  /** Returns how many tenants it changes: {@code 300 tenants}. */
  static String reach(DeploymentPlan plan) {
    return tenants(plan.tenants().behind());
  }

  private static String obstacle(DeploymentPlan plan, DeploymentPlan.Obstacle why) {
    String target = plan.target().toString();
    long there = plan.tenants().there();
    return switch (why) {
      case NO_TENANTS -> Text.of("deployments.plan.noTenants", target);
      case NOTHING_TO_DO ->
          there == 1
              ? Text.of("deployments.plan.nothing.one", target)
              : Text.of("deployments.plan.nothing", target, Figures.count(there));
      case NEWER ->
          plan.tenants().ahead() == 1
              ? Text.of("deployments.plan.newer.one", target)
              : Text.of("deployments.plan.newer", tenants(plan.tenants().ahead()), target);
      case RUNNING -> Text.of("deployments.plan.running", plan.blueprint());
    };
  }

  private static String effect(DeploymentPlan plan) {
    List<String> said = new ArrayList<>();
    if (plan.tenants().behind() > 0) {
      said.add(
          Text.of(
              "deployments.plan.brings",
              reach(plan),
              plan.target(),
              Figures.count(
                  plan.statements().size(),
                  Text.of("deployments.plan.statement"),
                  Text.of("deployments.plan.statements"))));
    }
    if (plan.tenants().behind() > 0 && plan.tenants().there() > 0) {
      said.add(Text.of("deployments.plan.there", Figures.count(plan.tenants().there())));
    }
    if (plan.limits()) {
      said.add(Text.of("deployments.plan.limits"));
    }
    return String.join(" ", said);
  }

  static String tenants(long number) {
    return Figures.count(
        number, Text.of("deployments.plan.tenant"), Text.of("deployments.plan.tenants"));
  }
}
