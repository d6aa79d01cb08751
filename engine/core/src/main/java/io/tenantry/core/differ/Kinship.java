package io.tenantry.core.differ;

import io.tenantry.core.rows.Identities;

/**
 * Which tables and columns of two schemas are the same ones: those with equal identities.
 *
 * @param before who those of the schema to start from are
 * @param after who those of the schema to reach are
 */
public record Kinship(Identities before, Identities after) {

  /** For schemas of which nothing but their texts is known: what has one name is one thing. */
  public static Kinship byName() {
    Identities names = Identities.byName();
    return new Kinship(names, names);
  }
}
