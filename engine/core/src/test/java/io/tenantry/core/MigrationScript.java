package io.tenantry.core;

/** Spellings in which migration tools and people move rows. */
enum MigrationScript {
  NEW_TABLE_FIRST(
      """
      DROP VIEW titles;
      CREATE TABLE users_new (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, age INTEGER);
      INSERT INTO users_new (id, name, age)
        SELECT id, coalesce(name, 'nobody'), CAST(age AS INTEGER) FROM users;
      DROP TABLE users;
      ALTER TABLE users_new RENAME TO users;
      CREATE INDEX users_name ON users (name);
      CREATE TRIGGER user_added AFTER INSERT ON users BEGIN
        INSERT INTO log VALUES (new.name);
      END;
      CREATE VIEW titles AS SELECT u.name, p.title FROM users u JOIN posts p ON p.user_id = u.id;
      """),
  OLD_TABLE_FIRST(
      """
      DROP VIEW titles;
      DROP TRIGGER user_added;
      DROP INDEX users_name;
      ALTER TABLE posts RENAME TO old_posts;
      ALTER TABLE users RENAME TO old_users;
      CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, age INTEGER);
      INSERT INTO users SELECT id, ifnull(name, '-'), age FROM old_users ORDER BY id;
      CREATE TABLE posts (
        id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id), title TEXT);
      INSERT INTO posts SELECT * FROM old_posts;
      DROP TABLE old_posts;
      DROP TABLE old_users;
      """),
  OVER_A_BACKUP_TABLE(
      """
      DROP VIEW titles;
      CREATE TABLE backup AS SELECT id, name, age FROM users;
      DROP TABLE users;
      CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, age INTEGER);
      UPDATE backup SET name = 'unknown' WHERE name IS NULL;
      INSERT INTO users (name, age, id) SELECT name, age, id FROM backup;
      DROP TABLE backup;
      CREATE INDEX users_name ON users (name);
      """),
  EMPTIED_AND_FILLED_AGAIN(
      """
      CREATE TABLE kept AS SELECT id, user_id, title FROM posts;
      DELETE FROM posts;
      ALTER TABLE posts ADD COLUMN size INTEGER;
      INSERT INTO posts SELECT id, user_id, title, length(title) FROM kept;
      DROP TABLE kept;
      """),
  FILLS_AN_ADDED_COLUMN(
      """
      ALTER TABLE posts ADD COLUMN slug TEXT;
      UPDATE posts SET slug = lower(title) || '-' || id WHERE id < 3;
      ALTER TABLE posts RENAME COLUMN slug TO path;
      UPDATE posts SET path = '-' WHERE path IS NULL;
      DROP VIEW titles;
      ALTER TABLE posts DROP COLUMN title;
      """),
  MAKES_TABLES_FROM_OTHERS(
      """
      CREATE TABLE authors (name TEXT, posts INTEGER);
      WITH many AS (SELECT user_id, count(*) AS n FROM posts GROUP BY user_id)
      INSERT INTO authors SELECT u.name, m.n FROM many m JOIN users u ON u.id = m.user_id;
      UPDATE authors SET name = '?' WHERE name IS NULL;
      DELETE FROM authors WHERE posts < 2;
      CREATE TABLE names AS SELECT name FROM titles;
      """),
  MOVES_ROWS_BEFORE_THEIR_TABLE_GOES(
      """
      DROP VIEW titles;
      INSERT INTO log SELECT title FROM posts;
      DROP TABLE posts;
      """),
  FULL_TEXT_INDEXES(
      """
      CREATE VIRTUAL TABLE posts_text USING fts5 (title, content='posts', content_rowid='id');
      INSERT INTO posts_text (posts_text) VALUES ('rebuild');
      CREATE VIRTUAL TABLE found USING fts5 (title);
      INSERT INTO found (rowid, title) SELECT id, title FROM posts;
      CREATE TABLE hits AS SELECT rowid AS post FROM posts_text WHERE posts_text MATCH 'second';
      """),
  AREA_INDEX(
      """
      CREATE VIRTUAL TABLE area USING rtree (id, low, high);
      INSERT INTO area SELECT id, id, id + 1 FROM posts;
      """),
  SEVERAL_TABLES_IN_TURNS(
      """
      DROP VIEW titles;
      CREATE TABLE posts_new (id INTEGER PRIMARY KEY, user_id INTEGER, title TEXT NOT NULL);
      CREATE TABLE users_new (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
      INSERT INTO posts_new SELECT * FROM posts;
      INSERT INTO users_new SELECT id, name FROM users;
      DROP TABLE posts;
      DROP TABLE users;
      ALTER TABLE users_new RENAME TO users;
      ALTER TABLE posts_new RENAME TO posts;
      """),
  ODD_NAMES(
      """
      CREATE TABLE "my ""new"" [users]" ("the id" INTEGER PRIMARY KEY, `größe` TEXT, "select");
      INSERT INTO "my ""new"" [users]" SELECT id, name, age FROM [users];
      UPDATE "my ""new"" [users]" SET "select" = 'x' WHERE "the id" = 2;
      """),
  SWAPPED_NAMES(
      """
      DROP VIEW titles;
      ALTER TABLE log RENAME TO t_;
      ALTER TABLE posts RENAME TO log;
      ALTER TABLE t_ RENAME TO posts;
      """);

  private final String sql;

  MigrationScript(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }
}
