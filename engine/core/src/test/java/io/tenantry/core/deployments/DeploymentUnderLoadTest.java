package io.tenantry.core.deployments;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.deployments.CreateDeployment;
import io.tenantry.contract.deployments.Deployment;
import io.tenantry.contract.deployments.DeploymentStatus;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.queries.TenantQuery;
import io.tenantry.contract.tenants.TenantId;
import io.tenantry.contract.workspaces.WorkspaceName;
import io.tenantry.core.tenants.DyingEngine;
import io.tenantry.core.tenants.Fleet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tenants are read, written and created while a deployment goes through them. */
class DeploymentUnderLoadTest {
  private static final WorkspaceName SHOP = new WorkspaceName("shop");
  private static final List<String> NAMES = DyingEngine.names(300);

  @TempDir Path data;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void noQueryFailsAndNoNewTenantIsMissed() throws Exception {
    try (Fleet fleet = new Fleet(data)) {
      fleet.blueprint("shop", "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT)");
      fleet.createMany(NAMES, "shop");
      fleet.version(
          "shop",
          "ALTER TABLE users ADD COLUMN age INTEGER DEFAULT 7",
          "CREATE INDEX users_email ON users (email)");
      List<Thread> others = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        others.add(Thread.ofPlatform().start(() -> ask(fleet)));
      }
      Deployment started = fleet.deployments().create(new CreateDeployment(SHOP));
      others.add(Thread.ofPlatform().start(() -> create(fleet)));
      fleet.await(started.jobId());
      over.set(true);
      for (Thread other : others) {
        other.join();
      }

      assertThat(failures).isEmpty();
      assertThat(reads.get()).isPositive();
      assertThat(fleet.deployments().get(started.jobId()).status())
          .isEqualTo(DeploymentStatus.COMPLETED);
      assertThat(fleet.rows("SELECT DISTINCT minor FROM tenant_database")).containsExactly("2");
      assertThat(fleet.number("SELECT count(*) FROM tenant")).isEqualTo(NAMES.size() + 50);
      for (int i = 0; i < 50; i++) {
        assertThat(fleet.inFile("new" + i, "shop", "PRAGMA user_version")).containsExactly("2");
      }
      fleet.databases.closeBelow(data);
      int rows = 0;
      for (String name : NAMES) {
        rows +=
            Integer.parseInt(fleet.inFile(name, "shop", "SELECT count(*) FROM users").getFirst());
      }
      assertThat(rows).isEqualTo(writes.get());
    }
  }

  private void create(Fleet fleet) {
    for (int i = 0; i < 50; i++) {
      fleet.create("new" + i, "shop");
    }
  }

  private void ask(Fleet fleet) {
    while (!over.get()) {
      TenantId tenant = new TenantId(NAMES.get(ThreadLocalRandom.current().nextInt(NAMES.size())));
      try {
        if (ThreadLocalRandom.current().nextInt(4) == 0) {
          fleet
              .queries()
              .tenant(new TenantQuery(tenant, SHOP, "INSERT INTO users (email) VALUES ('x')"));
          writes.incrementAndGet();
        } else {
          fleet.queries().tenant(new TenantQuery(tenant, SHOP, "SELECT id, email FROM users"));
          reads.incrementAndGet();
        }
      } catch (EngineException e) {
        failures.add(tenant + ": " + e.message());
      }
    }
  }
}
