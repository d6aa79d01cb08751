package io.tenantry.app.screens.workspaces;

import io.tenantry.app.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The schema scripts that are shipped to be tried. Any thread. */
enum SampleScript {
  CLINIC("clinic"),
  WEALTH("wealth");

  private final String id;

  SampleScript(String id) {
    this.id = id;
  }

  String fileName() {
    return id + ".sql";
  }

  String title() {
    return Text.of(this == CLINIC ? "workspaces.sample.clinic" : "workspaces.sample.wealth");
  }

  String sql() {
    try (InputStream in =
        SampleScript.class.getResourceAsStream("/io/tenantry/app/samples/" + fileName())) {
      if (in == null) {
        throw new IllegalStateException("missing sample " + fileName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read sample " + fileName(), e);
    }
  }
}
