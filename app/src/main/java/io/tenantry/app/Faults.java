package io.tenantry.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/**
 * What must not happen while a tour runs: errors in the log, complaints of the toolkit, and stack
 * traces on the terminal. Any thread.
 */
final class Faults implements AutoCloseable {
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final AppenderBase<ILoggingEvent> log = new LogAppender();
  private final PrintStream before = System.err;

  /** Starts to listen. */
  Faults() {
    log.setContext(root.getLoggerContext());
    log.start();
    root.addAppender(log);
    System.setErr(new PrintStream(new Terminal(), true, before.charset()));
  }

  /** Returns what came since the last time. */
  List<String> take() {
    List<String> taken = new ArrayList<>();
    for (String next = seen.poll(); next != null; next = seen.poll()) {
      taken.add(next);
    }
    return taken;
  }

  @Override
  public void close() {
    System.setErr(before);
    root.detachAppender(log);
    log.stop();
  }

  private final class LogAppender extends AppenderBase<ILoggingEvent> {
    @Override
    protected void append(ILoggingEvent event) {
      boolean error = event.getLevel().isGreaterOrEqual(Level.ERROR);
      boolean complaint =
          event.getLevel().isGreaterOrEqual(Level.WARN)
              && event.getLoggerName().startsWith("javafx");
      if (error || complaint) {
        String cause =
            event.getThrowableProxy() == null
                ? ""
                : " (" + event.getThrowableProxy().getClassName() + ")";
        seen.add("logged: " + event.getFormattedMessage() + cause);
      }
    }
  }

  /** Hands everything on, and notes the line above each stack trace. */
  private final class Terminal extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private String previous = "";

    @Override
    public synchronized void write(int next) {
      before.write(next);
      if (next != '\n') {
        line.write(next);
        return;
      }
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      boolean trace = text.startsWith("\tat ");
      if (trace && !previous.startsWith("\tat ")) {
        seen.add("on the terminal: " + previous);
      }
      previous = text;
    }
  }
}
