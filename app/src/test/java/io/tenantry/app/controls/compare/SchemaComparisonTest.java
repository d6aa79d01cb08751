package io.tenantry.app.controls.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tenantry.app.controls.compare.ObjectChange.Fate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaComparisonTest {

  @Test
  void objectsAreAddedAlteredDroppedOrTheSame() {
    SchemaComparison comparison =
        SchemaComparison.of(
            List.of("CREATE TABLE a (x INT)", "CREATE TABLE b (y INT)", "CREATE TABLE c (z INT)"),
            List.of(
                "CREATE TABLE a (x INT)",
                "CREATE TABLE b (y INT, more TEXT)",
                "CREATE INDEX b_y ON b (y)"));
    assertThat(comparison.changes())
        .extracting(ObjectChange::name, ObjectChange::fate)
        .containsExactly(
            tuple("a", Fate.SAME),
            tuple("b", Fate.ALTERED),
            tuple("b_y", Fate.ADDED),
            tuple("c", Fate.DROPPED));
    assertThat(comparison.different()).hasSize(3);
    assertThat(comparison.count(Fate.ALTERED)).isEqualTo(1);
  }

  @Test
  void whiteSpaceOutsideTextsIsNoDifference() {
    SchemaComparison comparison =
        SchemaComparison.of(
            List.of("CREATE TABLE a (\n  x INT,\n  y TEXT DEFAULT 'a  b'\n)"),
            List.of("CREATE TABLE a (x INT, y TEXT DEFAULT 'a  b');"));
    assertThat(comparison.different()).isEmpty();
    assertThat(
            SchemaComparison.of(
                    List.of("CREATE TABLE a (y TEXT DEFAULT 'a  b')"),
                    List.of("CREATE TABLE a (y TEXT DEFAULT 'a b')"))
                .different())
        .hasSize(1);
  }

  @Test
  void aColumnThatSqliteAppendedStandsOnALineOfItsOwn() {
    String before = "CREATE TABLE t (\n  a INT,\n  b TEXT CHECK (b IN ('x', 'y'))\n)";
    String after = "CREATE TABLE t (\n  a INT,\n  b TEXT CHECK (b IN ('x', 'y'))\n, c TEXT)";
    ObjectChange change = SchemaComparison.of(List.of(before), List.of(after)).changes().getFirst();
    LineDiff diff = LineDiff.of(change.before(), change.after());
    assertThat(diff.right())
        .filteredOn(line -> line.mark() != LineDiff.Mark.SAME)
        .containsExactly(new LineDiff.Line(4, "  c TEXT", LineDiff.Mark.ADDED));
    assertThat(diff.left()).hasSameSizeAs(diff.right());
  }

  @Test
  void indexesAndTriggersKnowTheirTable() {
    assertThat(ComparedObject.of("CREATE UNIQUE INDEX IF NOT EXISTS \"a b\" ON [t 1] (x)"))
        .extracting(ComparedObject::kind, ComparedObject::name, ComparedObject::owner)
        .containsExactly(ComparedObject.Kind.INDEX, "a b", Optional.of("t 1"));
    assertThat(
            ComparedObject.of("CREATE TRIGGER log AFTER INSERT ON users BEGIN SELECT 1; END")
                .owner())
        .contains("users");
    assertThat(ComparedObject.of("CREATE VIEW v AS SELECT 1").kind())
        .isEqualTo(ComparedObject.Kind.VIEW);
  }

  @Test
  void commentsInATableAreKeptAsTheyAre() {
    String sql = "CREATE TABLE t (a INT, -- the a\n b INT)";
    assertThat(SchemaComparison.of(List.of(), List.of(sql)).changes().getFirst().after())
        .isEqualTo(sql);
  }

  @Test
  void linesThatOnlyMoveASideKeepTheirNumbers() {
    LineDiff diff = LineDiff.of("a\nb\nc", "a\nx\nb\nc");
    assertThat(diff.left()).extracting(LineDiff.Line::number).containsExactly(1, 0, 2, 3);
    assertThat(diff.right())
        .extracting(LineDiff.Line::mark)
        .containsExactly(
            LineDiff.Mark.SAME, LineDiff.Mark.ADDED, LineDiff.Mark.SAME, LineDiff.Mark.SAME);
  }
}
