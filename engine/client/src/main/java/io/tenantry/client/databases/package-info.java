/** Databases of a remote engine. */
@NullMarked
package io.tenantry.client.databases;

import org.jspecify.annotations.NullMarked;
