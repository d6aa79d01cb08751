package io.tenantry.app.connect;

import java.net.URI;

/** Where a connection leads. */
public sealed interface Target {
  /** The engine inside this console. */
  record Local() implements Target {}

  /**
   * An engine behind HTTP.
   *
   * @param url its address, without path
   */
  record Remote(URI url) implements Target {}
}
