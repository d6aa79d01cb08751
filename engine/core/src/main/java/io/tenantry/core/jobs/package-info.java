/** Threads for work that is done several at a time, or that outlives the call that started it. */
@NullMarked
package io.tenantry.core.jobs;

import org.jspecify.annotations.NullMarked;
