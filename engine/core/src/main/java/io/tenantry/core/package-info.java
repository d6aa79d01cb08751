/** The local engine: everything of the contract on SQLite files in one data folder. */
@NullMarked
package io.tenantry.core;

import org.jspecify.annotations.NullMarked;
