// drizzle-kit makes migrations of two schemas, and runs them with its own migrate.
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";

const schemas = [
  `import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
export const users = sqliteTable("users", {
  id: integer().primaryKey({ autoIncrement: true }), name: text(), age: integer() });
export const posts = sqliteTable("posts", {
  id: integer().primaryKey(), author: integer().references(() => users.id, { onDelete: "cascade" }),
  title: text() });`,
  `import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
export const users = sqliteTable("users", {
  id: integer().primaryKey({ autoIncrement: true }), name: text().notNull().default("nobody"),
  age: text() }, (table) => [index("users_name").on(table.name)]);
export const posts = sqliteTable("posts", {
  id: integer().primaryKey(), author: integer().references(() => users.id, { onDelete: "cascade" }),
  title: text() });`,
];

const { WORKSPACE_URL: url, WORKSPACE_TOKEN: authToken, STEP } = process.env;
const folder = "drizzle-work";
const config = (name, more) =>
  writeFileSync(
    `${folder}/${name}.json`,
    JSON.stringify({ schema: `./${folder}/schema.ts`, out: `./${folder}/out`, ...more }),
  );
const kit = (command, name) =>
  execFileSync(
    process.execPath,
    ["node_modules/drizzle-kit/bin.cjs", command, `--config=${folder}/${name}.json`],
    { stdio: "inherit" },
  );

if (STEP === "1") {
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/schema.ts`, schemas[STEP - 1]);
config("generate", { dialect: "sqlite" });
config("migrate", { dialect: "turso", dbCredentials: { url, authToken } });
kit("generate", "generate");
kit("migrate", "migrate");
