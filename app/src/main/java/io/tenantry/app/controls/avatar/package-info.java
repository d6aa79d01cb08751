/** Small squares by which a tenant, a user or a project is known again. */
@NullMarked
package io.tenantry.app.controls.avatar;

import org.jspecify.annotations.NullMarked;
