/**
 * What a request to a workspace leaves for its tenants: changes of the schema, the data statements
 * that go with them, and what both do to rows.
 */
@NullMarked
package io.tenantry.core.recording;

import org.jspecify.annotations.NullMarked;
