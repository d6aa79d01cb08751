package io.tenantry.contract.deployments;

/**
 * A stage of a deployment.
 *
 * @param number from 1
 * @param size as it was asked for
 * @param target how many of the tenants that need work are reached at its end, those of earlier
 *     stages included
 */
public record DeploymentStage(int number, Share size, int target) {}
