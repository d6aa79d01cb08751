package io.tenantry.app.notices;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Tells what belongs to one place: the window, the open project, or a connection. UI thread. */
public final class Teller {
  private final Supplier<Belonging> of;
  private final BiConsumer<Belonging, Telling> tell;

  record Telling(Tone tone, Problem problem, Optional<Notice.Action> action) {}

  Teller(Supplier<Belonging> of, BiConsumer<Belonging, Telling> tell) {
    this.of = of;
    this.tell = tell;
  }

  /** Says that something went well. */
  public void success(String title, String text) {
    show(Tone.SUCCESS, Problem.of(title, text, ""));
  }

  /** Says that something went well, and what can be done about it. */
  public void success(String title, String text, Notice.Action action) {
    show(Tone.SUCCESS, Problem.of(title, text, ""), action);
  }

  /** Says something worth knowing. */
  public void info(String title, String text) {
    show(Tone.INFO, Problem.of(title, text, ""));
  }

  /** Tells something that cannot be acted upon. */
  public void show(Tone tone, Problem problem) {
    tell.accept(of.get(), new Telling(tone, problem, Optional.empty()));
  }

  /** Tells something with what can be done about it. */
  public void show(Tone tone, Problem problem, Notice.Action action) {
    tell.accept(of.get(), new Telling(tone, problem, Optional.of(action)));
  }
}
