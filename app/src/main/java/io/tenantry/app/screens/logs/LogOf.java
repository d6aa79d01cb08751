package io.tenantry.app.screens.logs;

/** Whose queries a list shows: the tenant is said in each row, or it is the same in all. */
enum LogOf {
  PROJECT,
  TENANT;

  /** Returns the name under which a list is remembered. */
  String remembered(String list) {
    return this == PROJECT ? list : "tenant." + list;
  }
}
