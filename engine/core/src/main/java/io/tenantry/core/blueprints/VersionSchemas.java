package io.tenantry.core.blueprints;

import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.schema.SchemaSnapshot;
import io.tenantry.core.sqlite.BoundStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas of blueprint versions, worked out by replaying their statements. A version never
 * changes, so what was worked out stays right. Any thread.
 */
public final class VersionSchemas {
  private static final int REMEMBERED = 256;

  private final Catalog catalog;
  private final ImageCompiler compiler;
  private final Map<Key, SchemaSnapshot> schemas =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SchemaSnapshot> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Key(long blueprint, int minor) {}

  /** Works out what the catalog holds. */
  public VersionSchemas(Catalog catalog, ImageCompiler compiler) {
    this.catalog = catalog;
    this.compiler = compiler;
  }

  /** Returns the schema of a version that exists. Not to be called in a catalog transaction. */
  public SchemaSnapshot of(long blueprint, int minor) {
    Key key = new Key(blueprint, minor);
    synchronized (schemas) {
      SchemaSnapshot known = schemas.get(key);
      if (known != null) {
        return known;
      }
    }
    List<BoundStatement> statements =
        catalog.read(handle -> BlueprintHeads.statements(handle, blueprint, 0, minor));
    SchemaSnapshot schema = compiler.compile(statements, minor).schema();
    synchronized (schemas) {
      schemas.put(key, schema);
    }
    return schema;
  }
}
