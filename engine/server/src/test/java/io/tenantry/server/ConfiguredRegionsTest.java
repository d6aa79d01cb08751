package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.Credential;
import io.tenantry.contract.Project;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import io.tenantry.contract.tenants.CreateTenant;
import io.tenantry.contract.tenants.TenantDatabaseRequest;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.CreateWorkspace;
import io.tenantry.contract.workspaces.DatabaseType;
import io.tenantry.contract.workspaces.WorkspaceMode;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.hosts.RegionConfig;
import io.tenantry.core.hosts.Regions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine shows the regions that it is configured with. */
class ConfiguredRegionsTest {
  private static final Region NORTH = new Region("north", "North", false);
  private static final Region SOUTH = new Region("south", "South", true);

  @TempDir Path temp;

  @Test
  void bothKindsOfEnginesShowThem() {
    try (LocalEngine local = LocalEngine.open(config(NORTH, SOUTH));
        EngineServer server = EngineServer.start(local, EngineServer.LOOPBACK, 0);
        RemoteEngine remote = RemoteEngine.connect(RemoteEngineConfig.of(server.url()));
        RawHttp http = new RawHttp(server.url(), Optional.empty())) {
      assertThat(local.info().regions()).containsExactly(NORTH, SOUTH);
      assertThat(remote.info().regions()).containsExactly(NORTH, SOUTH);
      assertThat(http.get("/regions").body())
          .isEqualTo(
              "{\"regions\":[{\"zone\":\"north\",\"label\":\"North\"},"
                  + "{\"zone\":\"south\",\"label\":\"South\",\"is_default\":true}]}");
    }
  }

  @Test
  void thereMustBeOneDefault() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> LocalEngine.open(config(NORTH)))
        .withMessage("regions must name each zone once and have exactly one default");
  }

  @Test
  void aRegionInWhichDatabasesLiveMustStay() {
    try (LocalEngine local = LocalEngine.open(config(NORTH, SOUTH))) {
      Project project = local.open(Credential.owner());
      WorkspaceName shop = new WorkspaceName("shop");
      project
          .workspaces()
          .create(new CreateWorkspace(shop, DatabaseType.SQLITE, WorkspaceMode.TENANT));
      project
          .tenants()
          .create(
              new CreateTenant(
                  new TenantId("wayne"),
                  List.of(new TenantDatabaseRequest(shop, 2, Optional.of("north")))));
    }

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> LocalEngine.open(config(SOUTH)))
        .withMessage("Databases live in region 'north', which the configuration does not have");
    LocalEngine.open(config(NORTH, SOUTH)).close();
  }

  @Test
  void aZoneNamesAFolderOfItsOwn() {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> config(new Region("shared", "Shared", true)));
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> config(new Region("../up", "Up", true)));
    RegionConfig outer = new RegionConfig(SOUTH, Optional.of(temp));
    RegionConfig inner = new RegionConfig(NORTH, Optional.of(temp.resolve("north")));
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> new Regions(List.of(outer, inner)))
        .withMessageStartingWith("regions must have storage roots outside each other");
  }

  private EngineConfig config(Region... regions) {
    return EngineConfig.at(temp.resolve("data"))
        .withRegions(
            List.of(regions).stream()
                .map(region -> new RegionConfig(region, Optional.of(temp.resolve(region.zone()))))
                .toList());
  }
}
