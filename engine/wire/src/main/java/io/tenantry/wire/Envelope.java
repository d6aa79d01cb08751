package io.tenantry.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What every reply carries, with the fields of the endpoint beside it.
 *
 * @param success whether it worked
 * @param httpStatus the HTTP status again
 * @param code {@code ok}, {@code created} or an error code
 * @param body a record, whose fields stand at the top level
 */
public record Envelope(boolean success, int httpStatus, String code, @JsonUnwrapped Object body) {}
