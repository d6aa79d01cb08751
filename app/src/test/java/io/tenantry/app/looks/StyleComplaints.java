package io.tenantry.app.looks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the toolkit complains about while styles are applied: names that nobody defines. */
public final class StyleComplaints extends Handler implements AutoCloseable {
  private static final Logger CSS = Logger.getLogger("javafx.css");

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /** Starts to listen. */
  public StyleComplaints() {
    CSS.addHandler(this);
  }

  /** Returns what was complained about so far. */
  public List<String> all() {
    return List.copyOf(complaints);
  }

  @Override
  public void publish(LogRecord record) {
    if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
      complaints.add(record.getMessage());
    }
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    CSS.removeHandler(this);
  }
}
