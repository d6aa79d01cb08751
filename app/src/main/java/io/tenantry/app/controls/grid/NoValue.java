package io.tenantry.app.controls.grid;

/** Stands in a cell to which no value came, which is something else than NULL. */
enum NoValue {
  HERE
}
