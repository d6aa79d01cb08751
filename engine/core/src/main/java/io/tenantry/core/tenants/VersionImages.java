package io.tenantry.core.tenants;

import io.tenantry.core.blueprints.BlueprintHead;
import io.tenantry.core.blueprints.BlueprintHeads;
import io.tenantry.core.catalog.Catalog;
import io.tenantry.core.schema.ImageCompiler;
import io.tenantry.core.schema.SchemaImage;
import io.tenantry.core.sqlite.BoundStatement;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes from which databases of a version are made, compiled when first needed. They stay in
 * memory outside the heap, so that writing one copies nothing. Any thread.
 */
final class VersionImages {
  private static final int REMEMBERED = 64;

  /** A version that was taken back leaves its number, but not its fingerprint, to the next. */
  private record Key(long blueprint, int minor, String fingerprint) {}

  private final Catalog catalog;
  private final ImageCompiler compiler;
  private final Map<Key, ByteBuffer> images =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ByteBuffer> eldest) {
          return size() > REMEMBERED;
        }
      };

  VersionImages(Catalog catalog, ImageCompiler compiler) {
    this.catalog = catalog;
    this.compiler = compiler;
  }

  /** Returns the image of the newest version that the head names; its content must not change. */
  ByteBuffer latest(BlueprintHead head) {
    Key key = new Key(head.id(), head.latestMinor(), head.fingerprint());
    synchronized (images) {
      ByteBuffer known = images.get(key);
      if (known != null) {
        return known.duplicate();
      }
    }
    ByteBuffer compiled = compile(head);
    synchronized (images) {
      images.put(key, compiled);
    }
    return compiled.duplicate();
  }

  private ByteBuffer compile(BlueprintHead head) {
    List<BoundStatement> statements =
        catalog.read(handle -> BlueprintHeads.statements(handle, head.id(), 0, head.latestMinor()));
    SchemaImage image = compiler.compile(statements, head.latestMinor());
    byte[] file = image.file();
    return ByteBuffer.allocateDirect(file.length).put(file).flip().asReadOnlyBuffer();
  }
}
