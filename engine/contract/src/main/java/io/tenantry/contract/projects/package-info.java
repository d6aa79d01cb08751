/** Projects: what an account's workspaces, blueprints, tenants and API keys belong to. */
@NullMarked
package io.tenantry.contract.projects;

import org.jspecify.annotations.NullMarked;
