package io.tenantry.app.screens.deployments;

import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import java.util.List;

/**
 * The tenants of a deployment by what became of them; the parts are all of them.
 *
 * @param done brought to the version
 * @param there on the version already
 * @param failed rolled back
 * @param left not begun
 */
record TenantsSoFar(int done, int there, int failed, int left) {
  static TenantsSoFar of(Deployment deployment) {
    int there = Math.min(deployment.detail().skippedTenants(), deployment.completedTenants());
    return new TenantsSoFar(
        deployment.completedTenants() - there,
        there,
        deployment.failedTenants(),
        deployment.totalTenants() - deployment.completedTenants() - deployment.failedTenants());
  }

  int all() {
    return done + there + failed + left;
  }

  /** Returns those that something was done to. */
  int worked() {
    return done + failed;
  }

  /** Returns the parts of a meter: what is done, what failed, and what waits for a resume. */
  List<Meter.Part> parts(DeploymentStatus status) {
    Meter.Part waits = new Meter.Part(Tone.PAUSED, status == DeploymentStatus.PAUSED ? left : 0);
    return List.of(
        new Meter.Part(Tone.SUCCESS, (long) done + there),
        new Meter.Part(Tone.DANGER, failed),
        waits);
  }
}
