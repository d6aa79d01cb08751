package io.tenantry.app.screens.jobs;

import io.tenantry.app.controls.figures.Meter;
import io.tenantry.app.controls.figures.MeterLine;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.controls.tables.CellNode;
import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of the list of jobs. UI thread. */
final class JobColumns {
  private static final long WHOLE = 1000;

  private JobColumns() {}

  static List<DataColumn<ListedJob, ?>> all() {
    return List.of(
        DataColumn.text(title("what"), ListedJob::what)
            .named("what")
            .styled("strong-cell")
            .room(160, 260)
            .grow(),
        DataColumn.<ListedJob>text(title("kind"), row -> row.kind().words())
            .named("kind")
            .room(104, 110),
        DataColumn.<ListedJob>chip(title("state"), row -> row.state().chip())
            .named("state")
            .room(112, 116),
        DataColumn.drawn(title("progress"), ListedJob::detail, JobColumns::progress)
            .named("progress")
            .unsorted()
            .tip(Function.identity())
            .room(MeterLine.LEAST_ROOM, 320)
            .grow(),
        DataColumn.<ListedJob>text(title("took"), JobsViewModel::took)
            .named("took")
            .styled("number-cell")
            .unsorted()
            .room(88, 100)
            .leaves(1),
        DataColumn.<ListedJob>ago(title("started"), row -> Optional.of(row.startedAt()))
            .named("started")
            .leaves(2));
  }

  private static String title(String column) {
    return Text.of("jobs.column." + column);
  }

  private static CellNode.Brush<ListedJob> progress() {
    MeterLine line = new MeterLine().aligned();
    return row -> {
      line.meter().show(row.parts() == 0 ? WHOLE : row.parts(), parts(row));
      line.say(row.detail());
      return line;
    };
  }

  /** What failed is seen in its proportion. */
  private static List<Meter.Part> parts(ListedJob row) {
    double share = row.progress().orElse(row.state().goesOn() ? 0 : 1);
    if (row.parts() == 0) {
      Tone tone = row.state() == JobState.FAILED ? Tone.DANGER : Tone.SUCCESS;
      return List.of(new Meter.Part(tone, Math.round(share * WHOLE)));
    }
    long through = Math.round(share * row.parts());
    return List.of(
        new Meter.Part(Tone.SUCCESS, through - row.failures()),
        new Meter.Part(Tone.DANGER, row.failures()));
  }
}
