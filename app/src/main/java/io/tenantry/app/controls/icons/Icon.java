package io.tenantry.app.controls.icons;

import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/**
 * What an icon means. A meaning has one icon everywhere; screens name meanings, never icons of the
 * pack.
 */
public enum Icon {
  // places
  OVERVIEW(Feather.HOME),
  WORKSPACES(Feather.EDIT_3),
  BLUEPRINTS(Feather.LAYERS),
  DEPLOYMENTS(Feather.SEND),
  TENANTS(Feather.DATABASE),
  QUERY(Feather.TERMINAL),
  LOGS(Feather.ACTIVITY),
  BACKUPS(Feather.ARCHIVE),
  JOBS(Feather.BRIEFCASE),
  USERS(Feather.USERS),
  API_KEYS(Feather.KEY),
  CONNECTIONS(Feather.SERVER),
  SETTINGS(Feather.SETTINGS),

  // what a schema is made of
  VERSION(Feather.GIT_COMMIT),
  /** Drawn by {@link TableGlyph}: no icon of the pack looks like a table. */
  TABLE,
  VIEW(Feather.EYE),
  INDEX(Feather.LIST),
  TRIGGER(Feather.ZAP),
  PRIMARY_KEY(Feather.KEY),
  FOREIGN_KEY(Feather.LINK_2),
  OTHER_OBJECT(Feather.FILE),

  // states
  DONE(Feather.CHECK_CIRCLE),
  RUNNING(Feather.LOADER),
  FAILED(Feather.X_CIRCLE),
  SUSPENDED(Feather.PAUSE_CIRCLE),
  WAITING(Feather.CLOCK),
  DRIFT(Feather.GIT_BRANCH),
  BEHIND(Feather.CHEVRONS_UP),
  PENDING_CHANGES(Feather.GIT_PULL_REQUEST),
  WARNING(Feather.ALERT_TRIANGLE),
  PROBLEM(Feather.ALERT_OCTAGON),
  INFORMATION(Feather.INFO),
  NOT_YET(Feather.CIRCLE),
  CURRENT(Feather.DISC),

  // what can be done
  ADD(Feather.PLUS),
  REMOVE(Feather.MINUS),
  EDIT(Feather.EDIT_2),
  RUN(Feather.PLAY),
  STOP(Feather.SQUARE),
  PAUSE(Feather.PAUSE),
  SKIP(Feather.SKIP_FORWARD),
  UNDO(Feather.CORNER_UP_LEFT),
  RETRY(Feather.ROTATE_CW),
  REFRESH(Feather.REFRESH_CW),
  TRASH(Feather.TRASH_2),
  DELETE_FOR_GOOD(Feather.X_OCTAGON),
  COPY(Feather.COPY),
  CHECKED(Feather.CHECK),
  REVEAL(Feather.EYE),
  HIDE(Feather.EYE_OFF),
  SEARCH(Feather.SEARCH),
  FILTER(Feather.FILTER),
  SEGMENT(Feather.BOOKMARK),
  FORMAT(Feather.ALIGN_LEFT),
  SCRIPT(Feather.CODE),
  IMPORT(Feather.UPLOAD),
  EXPORT(Feather.DOWNLOAD),
  LOG_IN(Feather.LOG_IN),
  OPEN_OUTSIDE(Feather.EXTERNAL_LINK),
  OPEN_PAGE(Feather.ARROW_UP_RIGHT),
  CLOSE(Feather.X),
  MORE(Feather.MORE_HORIZONTAL),
  COLUMNS(Feather.COLUMNS),
  DETAILS(Feather.SIDEBAR),
  COMMAND(Feather.COMMAND),

  // the way through
  BACK(Feather.ARROW_LEFT),
  FORWARD(Feather.ARROW_RIGHT),
  PREVIOUS(Feather.CHEVRON_LEFT),
  NEXT(Feather.CHEVRON_RIGHT),
  EXPAND(Feather.CHEVRON_DOWN),
  FOLD(Feather.CHEVRONS_LEFT),
  UNFOLD(Feather.CHEVRONS_RIGHT),

  // the console and its surroundings
  GUARD(Feather.SHIELD),
  READ_ONLY(Feather.LOCK),
  NOTICES(Feather.BELL),
  LIGHT(Feather.SUN),
  DARK(Feather.MOON),
  MEMORY(Feather.CPU),
  FILE(Feather.FILE_TEXT),
  FOLDER(Feather.FOLDER);

  private final Optional<Feather> picture;

  Icon() {
    picture = Optional.empty();
  }

  Icon(Feather picture) {
    this.picture = Optional.of(picture);
  }

  /** Returns the icon of the pack, or nothing for what we draw ourselves. */
  Optional<Feather> picture() {
    return picture;
  }
}
