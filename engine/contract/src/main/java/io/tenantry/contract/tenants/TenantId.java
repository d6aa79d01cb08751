package io.tenantry.contract.tenants;

import io.tenantry.contract.ReservedNames;
import io.tenantry.contract.error.EngineException;
import java.util.regex.Pattern;

/**
 * Id of a tenant.
 *
 * @param value 1–30 characters {@code a-z 0-9 _ -}, first a letter, last no separator, without
 *     {@code __} and {@code --}, not reserved
 */
public record TenantId(String value) implements Comparable<TenantId> {
  private static final Pattern FORM = Pattern.compile("[a-z](?:[a-z0-9_-]{0,28}[a-z0-9])?");

  /**
   * Checks the rules.
   *
   * @throws EngineException BAD_REQUEST naming the rule that is broken
   */
  public TenantId {
    if (!FORM.matcher(value).matches() || value.contains("__") || value.contains("--")) {
      throw EngineException.badField(
          "tenant_id",
          "Invalid tenant_id '"
              + value
              + "': use 1 to 30 characters a-z 0-9 _ -, start with a letter, end with a letter or"
              + " digit, and do not use '__' or '--'");
    }
    if (ReservedNames.contains(value)) {
      throw EngineException.badField("tenant_id", "tenant_id '" + value + "' is reserved");
    }
  }

  /**
   * Reads the id of a tenant that should exist.
   *
   * @throws EngineException NOT_FOUND {@code Tenant not found: x} for an id that cannot exist
   */
  public static TenantId existing(String value) {
    try {
      return new TenantId(value);
    } catch (EngineException invalid) {
      throw EngineException.notFound("Tenant not found: " + value);
    }
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  /** Returns the id itself. */
  @Override
  public String toString() {
    return value;
  }
}
