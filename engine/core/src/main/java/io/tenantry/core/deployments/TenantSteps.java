package io.tenantry.core.deployments;

import io.tenantry.core.catalog.Catalog;

/** Chooses what a deployment does to each tenant. */
final class TenantSteps {
  private final DeploymentTools tools;
  private final DeploymentRow deployment;
  private final DeploymentProgress progress;
  private final DatabaseChange change;
  private final Standings standings;

  TenantSteps(
      Catalog catalog,
      DeploymentTools tools,
      DeploymentRow deployment,
      DeploymentProgress progress,
      DatabaseChange change) {
    this.tools = tools;
    this.deployment = deployment;
    this.progress = progress;
    this.change = change;
    this.standings = new Standings(catalog, deployment);
  }

  /** Returns the work as the deployment's terms want it. */
  TenantWork work() {
    boolean tries = deployment.terms().dryRun();
    if (deployment.terms().putsBack()) {
      return new RestoreStep(onTenants(), tools.puttingBack(), change, tries);
    }
    return tries
        ? new TrialStep(
            tools.databases(),
            tools.files(),
            standings::of,
            change,
            tools.scratch().resolve(deployment.id().value()))
        : onTenants();
  }

  /** Returns the work on tenants themselves. */
  TenantStep onTenants() {
    return new TenantStep(
        tools.databases(), tools.files(), standings::of, change, new SafetyCopies());
  }

  /** The copies that the deployment's terms want. */
  private final class SafetyCopies implements TenantStep.Copies {
    @Override
    public boolean areWanted(VersionPlan plan) {
      return deployment.terms().copiesBefore(plan);
    }

    @Override
    public void take(TargetTenant tenant) {
      progress.noteBackup(tenant, tools.safety().take(tenant.place()));
    }
  }
}
