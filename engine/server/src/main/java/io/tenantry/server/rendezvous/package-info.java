/** How a second process on a data folder finds the one that has it open. */
@NullMarked
package io.tenantry.server.rendezvous;

import org.jspecify.annotations.NullMarked;
