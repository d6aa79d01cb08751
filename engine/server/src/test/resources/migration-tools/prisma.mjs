// The script that Prisma's schema engine makes of two schemas, run as it is.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createClient } from "@libsql/client/http";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";

const schemas = [
  "",
  `model users {
  id    Int     @id @default(autoincrement())
  name  String?
  age   Int?
  posts posts[]
}
model posts {
  id       Int     @id @default(autoincrement())
  title    String?
  authorId Int?    @map("author")
  author   users?  @relation(fields: [authorId], references: [id], onDelete: Cascade)
}`,
  `model users {
  id    Int     @id @default(autoincrement())
  name  String  @default("nobody")
  age   String?
  email String? @unique
  posts posts[]
}
model posts {
  id       Int     @id @default(autoincrement())
  title    String?
  authorId Int?    @map("author")
  author   users?  @relation(fields: [authorId], references: [id], onDelete: Cascade)
}`,
];

const { WORKSPACE_URL, WORKSPACE_TOKEN, STEP } = process.env;
const path = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
const wasm = await WebAssembly.instantiate(
  await readFile(path.replace("schema_engine.js", "schema_engine_bg.wasm")),
  { "./schema_engine_bg.js": engine },
);
engine.__wbg_set_wasm(wasm.instance.exports);
wasm.instance.exports.__wbindgen_start();

const file = (models) => ({
  path: "schema.prisma",
  content: `datasource db {\n  provider = "sqlite"\n}\n${models}`,
});
const target = (models) =>
  models === ""
    ? { tag: "empty" }
    : { tag: "schemaDatamodel", files: [file(models)], configDir: "." };
const adapter = new PrismaLibSql({ url: WORKSPACE_URL, authToken: WORKSPACE_TOKEN });
const schema = await engine.SchemaEngine.new(
  { datamodels: [["schema.prisma", file(schemas[STEP]).content]] },
  () => {},
  bindMigrationAwareSqlAdapterFactory(adapter),
);
const { stdout } = await schema.diff({
  from: target(schemas[STEP - 1]),
  to: target(schemas[STEP]),
  script: true,
  exitCode: null,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
});
console.log(stdout);
await createClient({ url: WORKSPACE_URL, authToken: WORKSPACE_TOKEN }).executeMultiple(stdout);
