package io.tenantry.app.screens.jobs;

import io.tenantry.app.text.Text;
import java.util.Locale;

/** What kind of long work it is. */
enum JobKind {
  DEPLOYMENT,
  BACKUP,
  DRILL,
  IMPORT,
  /** Something that a window of the console does to many tenants. */
  TENANTS,
  /** SQL that runs in a window of the console. */
  SQL;

  String words() {
    return Text.of("jobs.kind." + name().toLowerCase(Locale.ROOT));
  }
}
