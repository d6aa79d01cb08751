package io.tenantry.app.screens.tenants;

import io.tenantry.app.controls.tables.DataColumn;
import io.tenantry.app.controls.tables.Measured;
import io.tenantry.app.text.Figures;
import io.tenantry.app.text.Text;
import io.tenantry.contract.samples.TenantSample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableColumn;

/** The columns that show how large tenants are and how they are used. */
final class SampleColumns {
  private final SampledTenants samples;

  SampleColumns(SampledTenants samples) {
    this.samples = samples;
  }

  List<DataColumn<ListedTenant, ?>> all() {
    List<DataColumn<ListedTenant, ?>> all =
        List.of(
            number("size", sample -> Optional.of(now(Figures.size(sample.sizeBytes()), sample)))
                .leaves(4),
            time("lastQuery", TenantSample::lastQueryAt).leaves(5),
            number("rows", sample -> sample.rows().map(SampleColumns::rows)).leaves(6).optional(),
            number("p95", SampleColumns::p95).leaves(7).optional(),
            number("errors", SampleColumns::errors).leaves(8).optional(),
            time("lastBackup", TenantSample::lastBackupAt).leaves(9).optional(),
            text("drift", SampleColumns::drift).leaves(10).optional());
    samples.shownWhile(() -> all.stream().anyMatch(TableColumn::isVisible));
    return all;
  }

  private static Measured now(String text, TenantSample sample) {
    return Measured.of(text, now -> measured(sample.at(), now));
  }

  private static Measured rows(TenantSample.Rows rows) {
    return Measured.of(Figures.count(rows.count()), now -> measured(rows.at(), now));
  }

  private static Optional<Measured> p95(TenantSample sample) {
    return sample.day().p95Ms().map(p95 -> now(Figures.milliseconds(p95), sample));
  }

  /** Without queries there is nothing to be told about errors. */
  private static Optional<Measured> errors(TenantSample sample) {
    TenantSample.Day day = sample.day();
    return day.queries() == 0
        ? Optional.empty()
        : Optional.of(
            Measured.of(
                Figures.count(day.failed()),
                now ->
                    Text.of(
                        "tenants.sample.errors",
                        Figures.count(day.failed()),
                        Figures.count(day.queries()),
                        Figures.ago(sample.at(), now))));
  }

  private static Optional<Measured> drift(TenantSample sample) {
    return Optional.of(
        now(Text.of(sample.drifted() ? "tenants.sample.drifted" : "tenants.sample.same"), sample));
  }

  private static String measured(Instant at, Instant now) {
    return Text.of("tenants.sample.measured", Figures.ago(at, now));
  }

  private DataColumn<ListedTenant, Measured> number(
      String name, Function<TenantSample, Optional<Measured>> value) {
    return text(name, value).styled("number-cell").room(84, 90);
  }

  private DataColumn<ListedTenant, Measured> time(
      String name, Function<TenantSample, Optional<Instant>> value) {
    return text(name, sample -> value.apply(sample).map(at -> ago(at, sample)))
        .styled("time-cell")
        .room(112, 120);
  }

  private static Measured ago(Instant at, TenantSample sample) {
    return new Measured(
        now -> Figures.ago(at, now), now -> Figures.exact(at) + " · " + measured(sample.at(), now));
  }

  private DataColumn<ListedTenant, Measured> text(
      String name, Function<TenantSample, Optional<Measured>> value) {
    String title = "tenants.column." + name;
    Measured unknown = Measured.of(Measured.UNKNOWN, _ -> Text.of(title + ".unknown"));
    return DataColumn.<ListedTenant>measured(
            Text.of(title),
            row -> samples.of(row.id()).map(sample -> sample.flatMap(value).orElse(unknown)))
        .named(name)
        .room(92, 100);
  }
}
