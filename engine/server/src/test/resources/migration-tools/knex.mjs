// Knex over its dialect for libSQL: alter() and dropColumn() make the table anew.
import Libsql from "@libsql/knex-libsql";
import knex from "knex";

const { WORKSPACE_URL, WORKSPACE_TOKEN, STEP } = process.env;
const url = new URL(WORKSPACE_URL);
url.searchParams.set("authToken", WORKSPACE_TOKEN);
const database = knex({
  client: Libsql,
  connection: { filename: url.toString() },
  useNullAsDefault: true,
  pool: { min: 1, max: 1 },
});

const steps = [
  async () => {
    await database.schema.createTable("users", (table) => {
      table.increments("id");
      table.string("name");
      table.integer("age");
      table.string("old");
    });
    await database.schema.createTable("posts", (table) => {
      table.increments("id");
      table.integer("author").references("users.id").onDelete("CASCADE");
      table.string("title");
    });
  },
  async () => {
    await database.schema.alterTable("users", (table) => {
      table.string("name").notNullable().defaultTo("nobody").alter();
    });
    await database.schema.alterTable("users", (table) => table.dropColumn("old"));
  },
];
await steps[STEP - 1]();
await database.destroy();
