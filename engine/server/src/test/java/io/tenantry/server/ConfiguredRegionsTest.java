package io.tenantry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tenantry.client.RemoteEngine;
import io.tenantry.client.RemoteEngineConfig;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.info.Region;
import io.tenantry.core.EngineConfig;
import io.tenantry.core.LocalEngine;
import io.tenantry.core.hosts.RegionConfig;
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

  private EngineConfig config(Region... regions) {
    return EngineConfig.at(temp.resolve("data"))
        .withRegions(
            List.of(regions).stream()
                .map(region -> new RegionConfig(region, Optional.of(temp.resolve(region.zone()))))
                .toList());
  }
}
