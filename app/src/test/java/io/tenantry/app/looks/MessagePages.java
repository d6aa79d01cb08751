package io.tenantry.app.looks;

import static io.tenantry.app.looks.Pages.columns;
import static io.tenantry.app.looks.Pages.page;
import static io.tenantry.app.looks.Pages.part;

import io.tenantry.app.controls.Buttons;
import io.tenantry.app.controls.code.CodeBlock;
import io.tenantry.app.controls.code.CodeLanguage;
import io.tenantry.app.controls.code.CodeSample;
import io.tenantry.app.controls.icons.Icon;
import io.tenantry.app.controls.messages.Callout;
import io.tenantry.app.controls.messages.RunError;
import io.tenantry.app.controls.placeholders.EmptyState;
import io.tenantry.app.controls.placeholders.FailedState;
import io.tenantry.app.controls.placeholders.LoadingSkeleton;
import io.tenantry.app.controls.placeholders.TableSkeleton;
import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;

/** Messages, code, and what stands in the place of content. */
final class MessagePages {
  private static final Problem REFUSED =
      new Problem(
          "No engine answers there",
          "Nothing listens on eu.example.com:8443.",
          "Check the address, or start the engine and try again.",
          Optional.of("inc_7f3a9c"));

  private MessagePages() {}

  static Region messages() {
    Callout losses =
        new Callout(Tone.DANGER, "What is lost", "")
            .losses(
                IntStream.rangeClosed(1, 17).mapToObj(i -> "cust00" + i + ": 3 rows").toList(),
                rest -> "and " + rest + " more");
    return page(
        "Messages",
        columns(
            part(
                "Callouts",
                new Callout(Tone.INFO, "Settings wait", "They reach tenants with a deployment.")
                    .action(Buttons.normal("Deploy…", () -> {})),
                new Callout(Tone.SUCCESS, "Version 1.5 is recorded", "300 tenants are behind it.")
                    .action(Buttons.normal("See changes", () -> {})),
                new Callout(Tone.WARNING, "This tenant has drifted", "2 objects differ from 1.4.")
                    .action(
                        Buttons.normal("Compare", () -> {}), Buttons.normal("Accept", () -> {})),
                new Callout(Tone.DANGER, "2 of 300 failed", "Both for the same reason."),
                new Callout(Tone.NEUTRAL, "Nothing to do", "")),
            part(
                "Errors of a run",
                new RunError(REFUSED),
                new RunError(
                        Problem.of("no such column: phone", "", "Name one of the table users."))
                    .at("Line 3, column 12", () -> {}),
                losses)));
  }

  static Region code() {
    List<CodeSample> samples = samples("http://127.0.0.1:8787/db/acme__fintech/");
    return page(
        "Code",
        columns(
            part(
                "Languages",
                CodeBlock.tabs(samples),
                CodeBlock.of("Python", samples.get(3)),
                CodeBlock.of("Node", samples.get(1))),
            part(
                "Long, and with places to fill in",
                CodeBlock.of("SQL", CodeSample.of(CodeLanguage.SQL, script())),
                CodeBlock.of(
                    "curl",
                    CodeSample.of(
                        CodeLanguage.SHELL,
                        "curl http://<host>:8787/tenants/<tenant id>/query")))));
  }

  private static List<CodeSample> samples(String url) {
    String curl =
        """
        # one statement, one answer
        curl %s \\
          -H "Authorization: Bearer tdb_pw_4f8a2c" \\
          -d '{"sql": "SELECT * FROM users LIMIT 10"}'
        """;
    String node =
        """
        import { createClient } from "@libsql/client";
        // the tenant's own token
        const db = createClient({ url: "%s", authToken: "tdb_pw_4f8a2c" });
        const rows = await db.execute("SELECT count(*) FROM users WHERE id > 42");
        """;
    return List.of(
        sample(CodeLanguage.SHELL, curl.formatted(url)),
        sample(CodeLanguage.JAVASCRIPT, node.formatted(url)),
        sample(CodeLanguage.JAVA, "var db = Tenantry.connect(\"" + url + "\", 30);"),
        sample(CodeLanguage.PYTHON, "import libsql\ndb = libsql.connect(\"" + url + "\")"));
  }

  private static String script() {
    return IntStream.rangeClosed(1, 40)
        .mapToObj(i -> "ALTER TABLE users ADD COLUMN c" + i + " TEXT DEFAULT 'x'; -- " + i)
        .collect(Collectors.joining("\n"));
  }

  static Region placeholders() {
    return page(
        "Placeholders",
        columns(
            part(
                "Empty",
                new EmptyState(
                        Icon.WORKSPACES,
                        "Design your first schema",
                        "A workspace holds the schema that all tenants of a kind will get.")
                    .action(Buttons.primary("New workspace…", Icon.ADD, () -> {}))
                    .link(Buttons.link("What is a workspace?", () -> {}))
                    .choice(
                        Icon.BLUEPRINTS, "From a template", "Tables of a shop or a bank.", () -> {})
                    .choice(Icon.IMPORT, "From a file", "A script, or a SQLite database.", () -> {})
                    .choice(Icon.TABLE, "Empty", "Add tables one by one.", () -> {})),
            part(
                "Failed, and in a frame",
                new FailedState(REFUSED, () -> {}),
                new EmptyState(Icon.SEARCH, "No tenant matches", "No state is called broken.")
                    .action(Buttons.normal("Clear the filter", () -> {}))
                    .framed())),
        columns(
            part("A table", new TableSkeleton(TablePages.tenants())),
            part("Rows of two lines", LoadingSkeleton.twoLines(3))));
  }

  private static CodeSample sample(CodeLanguage language, String code) {
    return new CodeSample(language, code, List.of("tdb_pw_4f8a2c"));
  }
}
