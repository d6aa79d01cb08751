package io.tenantry.core.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tenantry.contract.Secret;
import io.tenantry.contract.error.EngineException;
import io.tenantry.contract.error.ErrorCode;
import io.tenantry.contract.queries.Value;
import io.tenantry.contract.workspaces.ColumnDefinition;
import io.tenantry.contract.workspaces.ImportSchema;
import io.tenantry.contract.workspaces.SourceConnection;
import io.tenantry.contract.workspaces.TableDefinition;
import io.tenantry.core.sqlite.OpenMode;
import io.tenantry.core.sqlite.OpenOptions;
import io.tenantry.core.sqlite.Profile;
import io.tenantry.core.sqlite.Sqlite;
import io.tenantry.core.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
  private static final String TABLES =
      """
      {"tables":[
        {"name":"orgs","columns":[{"name":"id","type":"INTEGER","primary_key":true}]},
        {"name":"users","columns":[
           {"name":"id","type":"INTEGER","primary_key":true},
           {"name":"org_id","type":"INTEGER","nullable":false,"default":1,"references":"orgs(id)"}],
         "indexes":[{"name":"users_org","columns":["org_id","id"],"unique":true}]}]}
      """;

  @TempDir private Path folder;
  private final Sqlite sqlite = new Sqlite();
  private HttpServer server;
  private Sources open;
  private Sources guarded;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    answer("/tables.json", TABLES);
    answer("/schema.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY);\n");
    answer("/broken.json", "{\"tables\":[{\"name\":\"t\"}]}");
    answer("/half.json", "{\"tables\":");
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", url("/schema.sql"));
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.createContext("/large", SourcesTest::answerForEver);
    server.createContext("/hrana/v2/pipeline", new HranaServer(sqlite)::handle);
    server.start();
    open = sources(true);
    guarded = sources(false);
  }

  @AfterEach
  void stop() {
    server.stop(0);
    sqlite.close();
  }

  private Sources sources(boolean privateAddresses) {
    return new Sources(
        sqlite,
        new SourceFiles(List.of(), List.of(folder.resolve("data"))),
        new WebDocuments(privateAddresses),
        folder.resolve("scratch"));
  }

  private void answer(String path, String text) {
    server.createContext(
        path,
        exchange -> {
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private static void answerForEver(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] part = new byte[1 << 16];
    try (OutputStream out = exchange.getResponseBody()) {
      for (int i = 0; i < 1000; i++) {
        out.write(part);
      }
    } catch (IOException _) {
      // the reader had enough
    }
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private ImportSchema fetched(String path) {
    return open.resolve(new ImportSchema.FromUrl(url(path)), Reader.KEY_HOLDER);
  }

  private EngineException refused(Sources sources, String url) {
    return catchThrowableOfType(
        EngineException.class,
        () -> sources.resolve(new ImportSchema.FromUrl(url), Reader.OWNER_IN_PROCESS));
  }

  @Test
  void aDocumentOfTablesIsReadAsRequestsSpellIt() {
    ImportSchema.FromTables tables = (ImportSchema.FromTables) fetched("/tables.json");

    assertThat(tables.tables()).extracting(TableDefinition::name).containsExactly("orgs", "users");
    TableDefinition users = tables.tables().getLast();
    assertThat(users.columns().getLast())
        .isEqualTo(
            new ColumnDefinition(
                "org_id",
                "INTEGER",
                false,
                Optional.of("1"),
                false,
                false,
                Optional.of("orgs(id)")));
    assertThat(users.indexes().getFirst().columns()).containsExactly("org_id", "id");
    assertThat(users.indexes().getFirst().unique()).isTrue();
  }

  @Test
  void aScriptIsFetchedAndRedirectsAreFollowed() {
    assertThat(fetched("/schema.sql")).isEqualTo(fetched("/moved"));
  }

  @Test
  void documentsThatAreNoneSayWhy() {
    assertThat(refused(open, url("/broken.json")).message())
        .isEqualTo("url: tables[0].columns must be an array");
    assertThat(refused(open, url("/half.json")).message())
        .isEqualTo("url: the document is neither JSON nor SQL");
    assertThat(refused(open, url("/none")).message()).isEqualTo("url: 127.0.0.1 answered HTTP 404");
    assertThat(refused(open, url("/large")).message())
        .isEqualTo("url: 127.0.0.1 answered more than 10 MB");
    assertThat(refused(open, "ftp://example.com/x").message())
        .isEqualTo("url must be an http:// or https:// address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/schema.sql",
        "http://localhost:%d/schema.sql",
        "http://[::ffff:127.0.0.1]:%d/schema.sql",
        "http://0.0.0.0:%d/schema.sql",
        "http://169.254.169.254/latest/meta-data",
        "http://10.255.255.1/"
      })
  void addressesThatAreNotPublicAreRefusedBeforeAConnection(String url) {
    EngineException refused = refused(guarded, url.formatted(server.getAddress().getPort()));

    assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(refused.message()).contains("imports.private-addresses");
  }

  @Test
  void aLibSqlServerIsReadWholeInOneTransaction() {
    SourceConnection source =
        new SourceConnection.LibSql(url("/hrana"), Optional.of(new Secret("letmein")));

    List<List<Value>> rows =
        open.read(
            source,
            Reader.KEY_HOLDER,
            copy -> copy.query("SELECT *, rowid FROM things ORDER BY id", row -> row.row()));
    ImportSchema schema = open.resolve(new ImportSchema.FromDatabase(source), Reader.KEY_HOLDER);

    assertThat(rows).hasSize(HranaServer.ROWS);
    assertThat(rows.getFirst())
        .containsExactly(
            Value.of(1),
            Value.of("line 1\n\"quoted\" é \uD83D\uDE00"),
            Value.of(Long.MAX_VALUE - 1),
            Value.of(new byte[] {0, 1, (byte) 0xFF}),
            Value.of(0.1),
            Value.ofNull(),
            Value.of(1));
    assertThat(((ImportSchema.FromSql) schema).sql())
        .contains("CREATE TABLE things", "CREATE TRIGGER");
  }

  @Test
  void aWrongTokenOfALibSqlServerIsSaid() {
    SourceConnection source =
        new SourceConnection.LibSql(url("/hrana"), Optional.of(new Secret("wrong")));

    EngineException refused =
        catchThrowableOfType(
            EngineException.class,
            () -> open.resolve(new ImportSchema.FromDatabase(source), Reader.KEY_HOLDER));

    assertThat(refused.message()).isEqualTo("connection.url: 127.0.0.1 answered HTTP 401");
  }

  @Test
  void rowsThatAreOnlyInTheLogAreReadAndTheFolderStaysAsItWas() throws IOException {
    Path file = folder.resolve("app.db");
    Path copy = folder.resolve("crashed.db");
    try (SqliteDatabase app = sqlite.open(new OpenOptions(file, OpenMode.CREATE, Profile.ENGINE))) {
      app.execute("CREATE TABLE t (a)");
      app.execute("INSERT INTO t VALUES (42)");
      assertThat(counted(file)).isEqualTo(1); // while the program has it open
      Files.copy(file, copy);
      Files.copy(folder.resolve("app.db-wal"), folder.resolve("crashed.db-wal"));
    }

    assertThat(counted(file)).isEqualTo(1);
    assertThat(counted(copy)).isEqualTo(1);
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("app.db", "crashed.db", "crashed.db-wal", "scratch");
    }
  }

  private long counted(Path file) {
    return open.read(
        new SourceConnection.SqliteFile(file.toString()),
        Reader.OWNER_IN_PROCESS,
        database -> database.queryLong("SELECT count(*) FROM t"));
  }

  @Test
  void whatIsNoDatabaseIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "not a database at all, but long");

    EngineException refused = catchThrowableOfType(EngineException.class, () -> counted(file));

    assertThat(refused.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refused.message())
        .isEqualTo("The source notes.txt cannot be imported: it is not a SQLite database");
  }

  @Test
  void nobodyReadsTheDataFolder() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("data")).resolve("catalog.db");
    Files.writeString(inside, "secret");

    assertThat(catchThrowableOfType(EngineException.class, () -> counted(inside)).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
  }
}
