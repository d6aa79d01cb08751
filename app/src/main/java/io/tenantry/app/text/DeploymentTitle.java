package io.tenantry.app.text;

import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentKind;

/** What a deployment is called wherever it stands among other work. */
public final class DeploymentTitle {
  private DeploymentTitle() {}

  /** Names its blueprint and version, and whether it only tries or takes back. */
  public static String of(Deployment deployment) {
    return Text.of(key(deployment), deployment.blueprintId(), deployment.version());
  }

  private static String key(Deployment deployment) {
    if (deployment.detail().dryRun()) {
      return "deployment.named.try";
    }
    return deployment.detail().kind() == DeploymentKind.UNDO
        ? "deployment.named.undo"
        : "deployment.named.deploy";
  }
}
