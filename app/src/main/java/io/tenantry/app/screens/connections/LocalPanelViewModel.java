package io.tenantry.app.screens.connections;

import io.tenantry.app.connect.LocalHost;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.settings.WindowSettings;
import io.tenantry.app.tasks.TaskRunner;
import io.tenantry.app.text.Figures;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import java.net.URI;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The engine inside this console: its folder, its size, its HTTP endpoint. UI thread. */
public final class LocalPanelViewModel {
  private static final String PORT_KEY = "endpoint.port";
  private static final String USUAL_PORT = "8787";

  private final LocalHost host;
  private final TaskRunner tasks;
  private final ErrorPresenter errors;
  private final WindowSettings settings;
  private final StringProperty size = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty("");
  private final ObjectProperty<Optional<URI>> endpoint =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Secret>> key = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Problem>> problem =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty busy = new SimpleBooleanProperty();

  /** Creates it over the local engine. */
  public LocalPanelViewModel(
      LocalHost host, TaskRunner tasks, ErrorPresenter errors, WindowSettings settings) {
    this.host = host;
    this.tasks = tasks;
    this.errors = errors;
    this.settings = settings;
    String kept = settings.value(PORT_KEY);
    port.set(kept.isEmpty() ? USUAL_PORT : kept);
  }

  String dataFolder() {
    return host.dataFolder().toString();
  }

  StringProperty size() {
    return size;
  }

  StringProperty port() {
    return port;
  }

  ObjectProperty<Optional<URI>> endpoint() {
    return endpoint;
  }

  ObjectProperty<Optional<Secret>> key() {
    return key;
  }

  ObjectProperty<Optional<Problem>> problem() {
    return problem;
  }

  BooleanProperty busy() {
    return busy;
  }

  /** Loads size and endpoint. */
  void load() {
    endpoint.set(host.endpoint());
    tasks
        .call("local.size", host::sizeBytes)
        .onSuccess(bytes -> size.set(Figures.size(bytes)))
        .onFailure(_ -> size.set(""))
        .latest(this)
        .start();
    if (endpoint.get().isPresent()) {
      showKey();
    }
  }

  /** Starts to answer HTTP at the typed port. */
  void start() {
    problem.set(Optional.empty());
    busy.set(true);
    int number = port.get().isBlank() ? 0 : Integer.parseInt(port.get());
    settings.keep(PORT_KEY, port.get());
    tasks
        .call("endpoint.start", () -> host.startEndpoint(number))
        .onSuccess(
            url -> {
              endpoint.set(Optional.of(url));
              showKey();
            })
        .onFailure(this::fail)
        .onDone(() -> busy.set(false))
        .start();
  }

  /** Stops to answer HTTP. */
  void stop() {
    busy.set(true);
    tasks
        .run("endpoint.stop", host::stopEndpoint)
        .onSuccess(_ -> endpoint.set(Optional.empty()))
        .onFailure(this::fail)
        .onDone(() -> busy.set(false))
        .start();
  }

  private void showKey() {
    tasks
        .call("local.key", host::ownerKey)
        .onSuccess(secret -> key.set(Optional.of(secret)))
        .start();
  }

  private void fail(EngineException error) {
    problem.set(Optional.of(errors.describe(error)));
  }
}
