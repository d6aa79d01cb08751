package io.tenantry.contract.workspaces;

import io.tenantry.contract.blueprints.Version;

/**
 * A change that was taken out of the deploy queue while the workspace keeps it (an extension): by
 * so much the workspace differs from its blueprint.
 *
 * @param change the change as it was
 * @param skippedWith the version that does without it first
 */
public record SkippedChange(Change change, Version skippedWith) {}
