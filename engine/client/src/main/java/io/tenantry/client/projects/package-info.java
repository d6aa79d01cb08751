/** Projects of a remote engine. */
@NullMarked
package io.tenantry.client.projects;

import org.jspecify.annotations.NullMarked;
