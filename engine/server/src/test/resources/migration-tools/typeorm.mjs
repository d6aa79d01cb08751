// TypeORM's synchronize over the libSQL driver, which takes the place of better-sqlite3.
import Database from "libsql";
import { DataSource, EntitySchema } from "typeorm";

const { WORKSPACE_URL, WORKSPACE_TOKEN, STEP } = process.env;

/** TypeORM has no place for the token of a remote database. */
class Remote extends Database {
  constructor(path, options) {
    super(path, { ...options, authToken: WORKSPACE_TOKEN });
  }
}

const first = {
  id: { type: "integer", primary: true, generated: true },
  name: { type: "varchar", nullable: true },
  age: { type: "integer", nullable: true },
};
const second = {
  id: first.id,
  name: { type: "varchar", nullable: false, default: "nobody" },
  age: { type: "integer", nullable: true },
  email: { type: "varchar", nullable: true, unique: true },
};
const users = new EntitySchema({ name: "users", columns: STEP === "1" ? first : second });
const posts = new EntitySchema({
  name: "posts",
  columns: {
    id: { type: "integer", primary: true, generated: true },
    title: { type: "varchar", nullable: true },
  },
  relations: {
    author: {
      type: "many-to-one",
      target: "users",
      joinColumn: { name: "author" },
      nullable: true,
      onDelete: "CASCADE",
    },
  },
});

const source = new DataSource({
  type: "better-sqlite3",
  driver: Remote,
  database: WORKSPACE_URL,
  entities: [users, posts],
  synchronize: false,
});
await source.initialize();
await source.synchronize();
await source.destroy();
