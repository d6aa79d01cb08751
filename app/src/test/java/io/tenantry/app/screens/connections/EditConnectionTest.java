package io.tenantry.app.screens.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.connect.Connection;
import io.tenantry.app.connect.ConnectionBook;
import io.tenantry.app.connect.ConnectionColour;
import io.tenantry.app.connect.EngineConnector;
import io.tenantry.app.connect.EngineTarget;
import io.tenantry.app.connect.LocalHost;
import io.tenantry.app.connect.LocalHosts;
import io.tenantry.app.connect.SecretVault;
import io.tenantry.app.errors.ErrorPresenter;
import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.notices.Notices;
import io.tenantry.app.screens.connections.EditConnectionViewModel.Step;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditConnectionTest {
  @TempDir private Path folder;
  private LocalHosts hosts;
  private LocalHost host;
  private URI url;
  private SecretVault vault;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private ConnectionBook book;
  private EditConnectionViewModel model;

  @BeforeEach
  void serve() {
    hosts = new LocalHosts(folder.resolve("data"), folder);
    host = hosts.home();
    url = host.startEndpoint(0);
    vault = new SecretVault(folder);
    book = new ConnectionBook(folder, folder.resolve("data"), tasks);
    model =
        new EditConnectionViewModel(
            fresh(),
            book,
            vault,
            new EngineConnector(hosts, vault),
            tasks,
            new ErrorPresenter(new Notices()));
  }

  @AfterEach
  void stop() {
    hosts.close();
  }

  @Test
  void rightKeyPassesAllThreeSteps() {
    model.apiKey.set(host.ownerKey().value());
    model.test();
    assertThat(model.reach.get().step()).isEqualTo(Step.PASSED);
    assertThat(model.authenticate.get().step()).isEqualTo(Step.PASSED);
    assertThat(model.version.get().detail()).startsWith("Tenantry ");
  }

  @Test
  void wrongKeyFailsOnlyTheSecondStep() {
    model.apiKey.set("tdb_sk_wrong");
    model.test();
    assertThat(model.reach.get().step()).isEqualTo(Step.PASSED);
    assertThat(model.authenticate.get())
        .isEqualTo(new EditConnectionViewModel.Check(Step.FAILED, "Invalid API key."));
  }

  @Test
  void engineThatIsNotThereFailsTheFirstStep() {
    host.stopEndpoint();
    model.test();
    assertThat(model.reach.get().step()).isEqualTo(Step.FAILED);
    assertThat(model.authenticate.get().step()).isEqualTo(Step.WAITING);
  }

  @Test
  void cannotBeSavedWithoutNameAddressAndKey() {
    assertThat(model.canSave().get()).isFalse();
    model.name.set("Production");
    model.apiKey.set("tdb_sk_1");
    assertThat(model.canSave().get()).isTrue();
    model.url.set("engine.example.com");
    assertThat(model.canSave().get()).isFalse();
  }

  @Test
  void savedConnectionOpensWithItsKeptKey() {
    model.name.set("Over HTTP");
    model.apiKey.set(host.ownerKey().value());
    List<Connection> kept = new ArrayList<>();
    model.save(kept::add);
    Connection saved = kept.getFirst();
    var open = new EngineConnector(hosts, vault).open(saved, "");
    assertThat(open.whoami().projectId())
        .isEqualTo(new EngineConnector(hosts, vault).open(book.local(), "").whoami().projectId());
    open.engine().close();
  }

  private Connection fresh() {
    return new Connection(
        "new",
        "",
        new EngineTarget.Remote(url),
        ConnectionColour.BLUE,
        "",
        GuardLevel.CONFIRM,
        Optional.empty());
  }
}
