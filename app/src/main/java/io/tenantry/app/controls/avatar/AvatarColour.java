package io.tenantry.app.controls.avatar;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/** The ground of an avatar: the same for an id on every machine, never a state. */
public enum AvatarColour {
  INDIGO,
  SKY,
  TEAL,
  OLIVE,
  COPPER,
  ROSE,
  PLUM,
  /** The system, and what has no name. */
  SLATE;

  private static final int HASH_START = 0x811c9dc5;
  private static final int HASH_PRIME = 0x01000193;

  private final PseudoClass pseudoClass =
      PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

  /** Returns the colour of an id: FNV-1a of its UTF-8 over the seven that are not slate. */
  public static AvatarColour of(String id) {
    if (id.isBlank()) {
      return SLATE;
    }
    int hash = HASH_START;
    for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xff)) * HASH_PRIME;
    }
    return values()[Integer.remainderUnsigned(hash, SLATE.ordinal())];
  }

  void mark(Node node) {
    for (AvatarColour colour : values()) {
      node.pseudoClassStateChanged(colour.pseudoClass, colour == this);
    }
  }
}
