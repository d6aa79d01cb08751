/** The one error type that leaves an engine and its closed set of codes. */
@NullMarked
package io.tenantry.contract.error;

import org.jspecify.annotations.NullMarked;
