package io.tenantry.wire.json;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Names a column's default as the wire does; Java keeps that word for itself. */
interface DefaultIsAKeyword {
  @JsonProperty("default")
  Object defaultValue();
}
