/** What every screen needs from the toolkit: its thread, its subscriptions, its life cycle. */
@NullMarked
package io.tenantry.app.fx;

import org.jspecify.annotations.NullMarked;
