/** The screens of deployments: the list, a new one, and one under way. */
@NullMarked
package io.tenantry.app.screens.deployments;

import org.jspecify.annotations.NullMarked;
