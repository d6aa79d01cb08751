/**
 * What an engine is: the interfaces and values that the local engine and the remote client share.
 */
@NullMarked
package io.tenantry.contract;

import org.jspecify.annotations.NullMarked;
