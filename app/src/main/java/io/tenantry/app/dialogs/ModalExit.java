package io.tenantry.app.dialogs;

/** How the user wants to leave a dialog without acting. */
enum ModalExit {
  /** The key, or the button that says so. */
  ESCAPE,
  /** A click beside it, which may be a slip. */
  BESIDE
}
