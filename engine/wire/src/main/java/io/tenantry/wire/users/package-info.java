/** Per-user databases over HTTP, in PerSQL's own envelope under {@code /v1}. */
@NullMarked
package io.tenantry.wire.users;

import org.jspecify.annotations.NullMarked;
