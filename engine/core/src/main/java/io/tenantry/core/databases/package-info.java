/** Handles of open tenant and workspace databases, and the lanes their work runs on. */
@NullMarked
package io.tenantry.core.databases;

import org.jspecify.annotations.NullMarked;
