package io.tenantry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenantry.contract.blueprints.ChangeWarning;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SchemaImport;
import io.tenantry.contract.workspaces.WorkspaceName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts as SQLite's own tools write them. */
public abstract class DumpsContract extends ContractSuite {
  private static final String VIRTUAL =
      """
      PRAGMA foreign_keys=OFF;
      BEGIN TRANSACTION;
      CREATE TABLE doc(id INTEGER PRIMARY KEY, body TEXT);
      INSERT INTO doc VALUES(1,'hello world');
      PRAGMA writable_schema=ON;
      INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table','f','f',0,'CREATE VIRTUAL TABLE f USING fts5(body, content=doc, content_rowid=id)');
      CREATE TABLE IF NOT EXISTS 'f_data'(id INTEGER PRIMARY KEY, block BLOB);
      INSERT INTO f_data VALUES(1,X'');
      CREATE TABLE IF NOT EXISTS 'f_config'(k PRIMARY KEY, v) WITHOUT ROWID;
      INSERT INTO f_config VALUES('version',4);
      INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','own','own',0,'CREATE VIRTUAL TABLE own USING fts5(body, "a tag" UNINDEXED, tokenize=''porter'')');
      CREATE TABLE IF NOT EXISTS 'own_content'(id INTEGER PRIMARY KEY, c0, c1);
      INSERT INTO own_content VALUES(7,'it''s running','t');
      INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table','old','old',0,'CREATE VIRTUAL TABLE old USING fts4(a, b TEXT, tokenize=porter)');
      CREATE TABLE IF NOT EXISTS 'old_content'(docid INTEGER PRIMARY KEY, 'c0a', 'c1b');
      INSERT INTO old_content VALUES(3,'running','x');
      CREATE TABLE IF NOT EXISTS 'old_stat'(id INTEGER PRIMARY KEY, value BLOB);
      INSERT INTO old_stat VALUES(0,X'01010108');
      INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table','box','box',0,'CREATE VIRTUAL TABLE box USING rtree(id,x0,x1,+name TEXT)');
      CREATE TABLE IF NOT EXISTS "box_rowid"(rowid INTEGER PRIMARY KEY,nodeno,a0);
      INSERT INTO box_rowid VALUES(1,1,'a');
      INSERT INTO box_rowid VALUES(2,1,'b');
      CREATE TABLE IF NOT EXISTS "box_node"(nodeno INTEGER PRIMARY KEY,data);
      INSERT INTO box_node VALUES(1,X'%s');
      CREATE TABLE IF NOT EXISTS "box_parent"(nodeno INTEGER PRIMARY KEY,parentnode);
      CREATE TRIGGER doc_in AFTER INSERT ON doc BEGIN INSERT INTO f(rowid, body) VALUES (new.id, new.body); END;
      PRAGMA writable_schema=OFF;
      COMMIT;
      """
          .formatted(
              "000000020000000000000001000000003F800000000000000000000240A0000040D00000"
                  + "00".repeat(964 - 36));

  private static Value value(TestProject project, WorkspaceName main, String sql) {
    return project.design(main, sql).result().rows().getFirst().getFirst();
  }

  private static SchemaImport taken(TestProject project, WorkspaceName main, String sql) {
    return project.admin().workspaces().importSchema(main, new ImportSchema.FromSql(sql));
  }

  @Test
  void virtualTablesComeWithTheirRows() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    SchemaImport done = taken(project, main, VIRTUAL);

    assertThat(done.created()).containsExactly("doc", "f", "own", "old", "box");
    assertThat(done.warnings()).isEmpty();
    assertThat(value(project, main, "SELECT rowid FROM f WHERE f MATCH 'hello'"))
        .isEqualTo(Value.of(1));
    assertThat(value(project, main, "SELECT rowid FROM own WHERE own MATCH 'run'"))
        .isEqualTo(Value.of(7));
    assertThat(value(project, main, "SELECT \"a tag\" FROM own")).isEqualTo(Value.of("t"));
    assertThat(value(project, main, "SELECT docid FROM old WHERE old MATCH 'run'"))
        .isEqualTo(Value.of(3));
    assertThat(value(project, main, "SELECT name FROM box WHERE x0 > 2")).isEqualTo(Value.of("b"));
    assertThat(value(project, main, "SELECT rtreecheck('box')")).isEqualTo(Value.of("ok"));
  }

  @Test
  void anIndexWithoutTextsComesEmptyAndThatIsSaid() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    SchemaImport done =
        taken(
            project,
            main,
            """
            PRAGMA writable_schema=ON;
            INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','f','f',0,'CREATE VIRTUAL TABLE f USING fts5(a, content='''')');
            CREATE TABLE IF NOT EXISTS 'f_data'(id INTEGER PRIMARY KEY, block BLOB);
            INSERT INTO f_data VALUES(1,X'');
            INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','g','g',0,'CREATE VIRTUAL TABLE g USING fts4(content="", a)');
            CREATE TABLE 'g_segdir'(level INTEGER, idx INTEGER, root BLOB);
            INSERT INTO g_segdir VALUES(0,0,X'');
            """);

    assertThat(done.created()).containsExactly("f", "g");
    assertThat(done.skipped())
        .filteredOn(line -> line.contains("INSERT INTO f_data") || line.contains("g_segdir VALUES"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).contains("has no texts").contains("stays empty"));
    assertThat(value(project, main, "SELECT count(*) FROM f WHERE f MATCH 'a'"))
        .isEqualTo(Value.of(0));
  }

  @Test
  void tenantsHaveTheSchemaAloneAndItWorks() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    taken(project, main, VIRTUAL);
    var acme = project.tenant("acme", main);

    assertThat(project.value(acme, main, "SELECT count(*) FROM doc")).isEqualTo(Value.of(0));
    project.run(acme, main, "INSERT INTO doc VALUES (5, 'good morning')");
    assertThat(project.value(acme, main, "SELECT rowid FROM f WHERE f MATCH 'morning'"))
        .isEqualTo(Value.of(5));
    project.run(acme, main, "INSERT INTO old (a) VALUES ('walked')");
    assertThat(project.value(acme, main, "SELECT a FROM old WHERE old MATCH 'walking'"))
        .isEqualTo(Value.of("walked"));
    project.run(acme, main, "INSERT INTO box VALUES (1, 2, 3, 'n')");
    assertThat(project.value(acme, main, "SELECT id FROM box WHERE x1 > 2")).isEqualTo(Value.of(1));
  }

  @Test
  void savepointsAndCountersOfDumpsAreTaken() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");

    SchemaImport done =
        taken(
            project,
            main,
            """
            SAVEPOINT dump;
            CREATE TABLE new_p(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT DEFAULT 'a
            b');
            INSERT INTO new_p VALUES(1,'one');
            DELETE FROM sqlite_sequence;
            INSERT INTO sqlite_sequence VALUES('new_p',70);
            ALTER TABLE new_p RENAME TO p;
            RELEASE dump;
            """);

    assertThat(done.created()).containsExactly("p");
    assertThat(value(project, main, "SELECT seq FROM sqlite_sequence")).isEqualTo(Value.of(70));
  }

  @Test
  void rowsThatReferToNothingAreTakenWithAWordOrRefused() {
    TestProject project = project();
    WorkspaceName main = project.workspace("main");
    String dump =
        """
        CREATE TABLE c(id INTEGER PRIMARY KEY, p INT REFERENCES p(id), q INT REFERENCES q(id));
        INSERT INTO c VALUES (1, 1, 9), (2, 8, 9), (3, 7, NULL);
        CREATE TABLE p(id INTEGER PRIMARY KEY);
        CREATE TABLE q(id INTEGER PRIMARY KEY);
        INSERT INTO p VALUES (1);
        """;
    assertRefused(
        ErrorCode.BAD_REQUEST,
        () ->
            project.admin().workspaces().importSchema(main, new ImportSchema.FromSql(dump, true)));

    List<ChangeWarning> told = taken(project, main, dump).warnings();

    assertThat(told)
        .extracting(warning -> warning.code() + " " + warning.message())
        .containsExactly(
            "DANGLING_REFERENCES 2 of the rows of c refer to no row of p",
            "DANGLING_REFERENCES 2 of the rows of c refer to no row of q");
    assertThat(value(project, main, "SELECT count(*) FROM c")).isEqualTo(Value.of(3));
  }
}
