// Calls of the unmodified @libsql/client, in the order in which an application would make them.
import assert from "node:assert/strict";
import { createClient } from "@libsql/client/http";

const { TENANT_URL, TENANT_TOKEN, WORKSPACE_URL, WORKSPACE_TOKEN } = process.env;
const tenant = createClient({ url: TENANT_URL, authToken: TENANT_TOKEN, intMode: "bigint" });
const workspace = createClient({ url: WORKSPACE_URL, authToken: WORKSPACE_TOKEN });
let passed = 0;

async function check(name, run) {
  try {
    await run();
    passed++;
  } catch (error) {
    console.error(`failed: ${name}`);
    throw error;
  }
}

async function refused(code, call) {
  await assert.rejects(call, (error) => {
    assert.equal(error.code, code, error.message);
    return true;
  });
}

const count = async (client) => (await client.execute("SELECT count(*) AS n FROM item")).rows[0].n;

await check("values by position, and what a write answers", async () => {
  const written = await tenant.execute({
    sql: "INSERT INTO item (id, name, price, data) VALUES (?, ?, ?, ?)",
    args: [9223372036854775807n, "größe 🚀", 1.5, new Uint8Array([0, 1, 255])],
  });
  assert.equal(written.rowsAffected, 1);
  assert.equal(written.lastInsertRowid, 9223372036854775807n);
});

await check("values by name, all storage classes and column types", async () => {
  const read = await tenant.execute({
    sql: "SELECT id, name, price, data, NULL AS absent FROM item WHERE id = :id",
    args: { id: 9223372036854775807n },
  });
  assert.deepEqual(read.columns, ["id", "name", "price", "data", "absent"]);
  assert.deepEqual(read.columnTypes, ["INTEGER", "TEXT", "REAL", "BLOB", ""]);
  assert.equal(read.rows[0].id, 9223372036854775807n);
  assert.equal(read.rows[0].name, "größe 🚀");
  assert.equal(read.rows[0].price, 1.5);
  assert.deepEqual(new Uint8Array(read.rows[0].data), new Uint8Array([0, 1, 255]));
  assert.equal(read.rows[0].absent, null);
});

await check("a batch is one transaction", async () => {
  const results = await tenant.batch(
    [{ sql: "INSERT INTO item (name) VALUES (?)", args: ["b1"] }, "SELECT count(*) AS n FROM item"],
    "write",
  );
  assert.equal(results[1].rows[0].n, 2n);
  await refused("SQLITE_CONSTRAINT_UNIQUE", () =>
    tenant.batch(
      ["INSERT INTO item (name) VALUES ('b2')", "INSERT INTO item (name) VALUES ('b1')"],
      "write",
    ),
  );
  assert.equal(await count(tenant), 2n);
  assert.equal((await tenant.batch(["SELECT 1 AS one"], "read"))[0].rows[0].one, 1n);
});

await check("an interactive transaction commits and rolls back", async () => {
  const kept = await tenant.transaction("write");
  await kept.execute("INSERT INTO item (name) VALUES ('t1')");
  assert.equal((await kept.execute("SELECT count(*) AS n FROM item")).rows[0].n, 3n);
  assert.equal(await count(tenant), 2n);
  await kept.commit();
  assert.equal(await count(tenant), 3n);
  const dropped = await tenant.transaction("deferred");
  await dropped.batch(["DELETE FROM item", "INSERT INTO item (name) VALUES ('t2')"]);
  await dropped.rollback();
  const left = await tenant.transaction("write");
  await left.execute("DELETE FROM item");
  left.close();
  const reading = await tenant.transaction("read");
  assert.equal((await reading.execute("SELECT count(*) AS n FROM item")).rows[0].n, 3n);
  await refused("SQLITE_READONLY", () => reading.execute("DELETE FROM item"));
  reading.close();
  assert.equal(await count(tenant), 3n);
});

await check("concurrent transactions wait for each other", async () => {
  const before = await count(tenant);
  await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      const transaction = await tenant.transaction("write");
      const { n } = (await transaction.execute("SELECT count(*) AS n FROM item")).rows[0];
      await transaction.execute({ sql: "INSERT INTO item (name) VALUES (?)", args: [`c${i}-${n}`] });
      await transaction.commit();
    }),
  );
  assert.equal(await count(tenant), before + 20n);
});

await check("a script", async () => {
  await tenant.executeMultiple(
    "BEGIN; INSERT INTO item (name) VALUES ('s1'); INSERT INTO item (name) VALUES ('s2'); COMMIT;",
  );
  assert.equal((await tenant.execute("SELECT count(*) AS n FROM item WHERE name LIKE 's_'")).rows[0].n, 2n);
});

await check("errors have codes", async () => {
  await refused("SQLITE_CONSTRAINT_UNIQUE", () =>
    tenant.execute("INSERT INTO item (name) VALUES ('s1')"),
  );
  await refused("SQL_PARSE_ERROR", () => tenant.execute("SELECT FROM WHERE"));
  await refused("SQLITE_ERROR", () => tenant.execute("SELECT * FROM missing"));
  await refused("SQL_NOT_ALLOWED", () => tenant.execute("DROP TABLE item"));
  await refused("SQL_MANY_STATEMENTS", () => tenant.execute("SELECT 1; SELECT 2"));
  const stranger = createClient({ url: TENANT_URL, authToken: "tdb_0000000000000000" });
  await refused("UNAUTHORIZED", () => stranger.execute("SELECT 1"));
  const foreign = createClient({ url: TENANT_URL, authToken: WORKSPACE_TOKEN });
  await refused("SCOPE_DENIED", () => foreign.execute("SELECT 1"));
});

await check("a workspace takes schema changes", async () => {
  await workspace.batch(
    ["CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT)", "CREATE INDEX tag_name ON tag (name)"],
    "write",
  );
  const transaction = await workspace.transaction("write");
  await transaction.execute("CREATE TABLE dropped (id)");
  await transaction.rollback();
  await workspace.execute({ sql: "INSERT INTO tag (name) VALUES ($name)", args: { name: "x" } });
  assert.equal((await workspace.execute("SELECT name FROM tag")).rows[0].name, "x");
});

await check("a migration makes a table anew with foreign keys off", async () => {
  await workspace.migrate([
    "CREATE TABLE item_new (id INTEGER PRIMARY KEY, name TEXT UNIQUE, price REAL, data BLOB, stock INTEGER NOT NULL DEFAULT 0)",
    "INSERT INTO item_new (id, name, price, data) SELECT id, name, price, data FROM item",
    "DROP TABLE item",
    "ALTER TABLE item_new RENAME TO item",
  ]);
  assert.equal((await workspace.execute("PRAGMA foreign_keys")).rows[0].foreign_keys, 1);
});

tenant.close();
workspace.close();
console.log(`passed ${passed}`);
