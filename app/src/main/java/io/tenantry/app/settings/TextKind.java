package io.tenantry.app.settings;

/** What a kept text is; each kind has names of its own. */
public enum TextKind {
  /** SQL of an editor. */
  SQL(".sql"),
  /** What an editor ran last. */
  RAN(".ran"),
  /** What stands in a form or a sheet that was not sent yet. */
  DRAFT(".draft"),
  /** Changes that are staged and not applied yet. */
  STAGED(".staged");

  private final String suffix;

  TextKind(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }
}
