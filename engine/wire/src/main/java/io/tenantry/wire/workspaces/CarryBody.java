package io.tenantry.wire.workspaces;

/**
 * A decision about a data statement.
 *
 * @param carried whether tenants run it
 */
public record CarryBody(boolean carried) {}
