package io.tenantry.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.app.guard.GuardLevel;
import io.tenantry.app.tasks.SameThreadTaskRunner;
import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Engine;
import io.tenantry.contract.Project;
import io.tenantry.contract.error.ConnectionFailure;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.projects.CreateProject;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.server.EngineServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real engine behind HTTP that goes away and comes back. */
class EngineLinkTest {
  @TempDir private Path folder;
  private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
  private LocalEngine served;
  private EngineServer server;
  private Engine remote;
  private EngineLink link;

  @BeforeEach
  void serve() {
    served = LocalEngine.open(EngineConfig.at(folder.resolve("data")));
    server = EngineServer.start(served, EngineServer.LOOPBACK, 0);
    remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()));
    Project project = remote.open(new Credential.ApiKey(served.ownerKey()));
    Connection connection =
        new Connection(
            "prod",
            "Prod",
            new EngineTarget.Remote(server.url()),
            ConnectionColour.RED,
            "",
            GuardLevel.OPEN,
            Optional.empty());
    link =
        new EngineLink(
            new OpenConnection(connection, remote, project, remote.info(), project.whoami()),
            tasks);
  }

  @AfterEach
  void end() {
    link.close();
    remote.close();
    server.close();
    served.close();
  }

  @Test
  void engineThatAnswersIsUp() {
    assertThat(link.health().get()).isInstanceOf(LinkHealth.Up.class);
  }

  @Test
  void engineThatWentAwayIsDownAndComesBackByItself() {
    int port = server.url().getPort();
    server.close();
    tasks.tick();
    LinkHealth.Down down = (LinkHealth.Down) link.health().get();
    assertThat(down.reason().connectionFailure())
        .isNotEmpty()
        .get()
        .isIn(ConnectionFailure.REFUSED, ConnectionFailure.BROKEN);
    tasks.tick();
    LinkHealth.Down still = (LinkHealth.Down) link.health().get();
    assertThat(still.since()).isEqualTo(down.since());
    assertThat(still.nextTry()).isAfter(down.nextTry());

    server = EngineServer.start(served, EngineServer.LOOPBACK, port);
    tasks.tick();
    assertThat(link.health().get()).isInstanceOf(LinkHealth.Up.class);
  }

  @Test
  void revokedKeyIsNoFailureOfTheConnection() {
    Project owner = served.open(Credential.owner());
    owner.projects().create(new CreateProject("Other"));
    owner.projects().delete(owner.whoami().projectId().value());
    link.ask();
    LinkHealth.Down down = (LinkHealth.Down) link.health().get();
    assertThat(down.reason().code()).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(down.reason().connectionFailure()).isEmpty();
  }
}
