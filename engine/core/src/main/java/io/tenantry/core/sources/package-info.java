/** Reading foreign databases and documents, without becoming a way to read anything else. */
@NullMarked
package io.tenantry.core.sources;

import org.jspecify.annotations.NullMarked;
