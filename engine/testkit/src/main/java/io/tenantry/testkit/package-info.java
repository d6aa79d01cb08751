/**
 * Contract suites: what every engine must do, written against the contract alone and run on the
 * local engine and through server and client. Test use only.
 */
@NullMarked
package io.tenantry.testkit;

import org.jspecify.annotations.NullMarked;
