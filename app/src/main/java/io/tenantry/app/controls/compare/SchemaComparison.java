package io.tenantry.app.controls.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two schemas, object by object. White space that means nothing does not count as a difference.
 *
 * @param changes every object of both: in the order of the second schema, what is gone at the end
 */
public record SchemaComparison(List<ObjectChange> changes) {

  /** Copies the list. */
  public SchemaComparison {
    changes = List.copyOf(changes);
  }

  /** Compares two lists of CREATE statements. */
  public static SchemaComparison of(List<String> before, List<String> after) {
    Map<String, ComparedObject> old = objects(before);
    List<ObjectChange> changes = new ArrayList<>();
    for (ComparedObject now : objects(after).values()) {
      ComparedObject was = old.remove(now.identity());
      changes.add(was == null ? change(now, "", now.sql()) : change(now, was.sql(), now.sql()));
    }
    for (ComparedObject gone : old.values()) {
      changes.add(change(gone, gone.sql(), ""));
    }
    return new SchemaComparison(changes);
  }

  /** Returns how many objects have this fate. */
  public long count(ObjectChange.Fate fate) {
    return changes.stream().filter(change -> change.fate() == fate).count();
  }

  /** Returns the objects that differ. */
  public List<ObjectChange> different() {
    return changes.stream().filter(change -> change.fate() != ObjectChange.Fate.SAME).toList();
  }

  private static Map<String, ComparedObject> objects(List<String> statements) {
    Map<String, ComparedObject> objects = new LinkedHashMap<>();
    for (String statement : statements) {
      ComparedObject object = ComparedObject.of(DdlLayout.of(statement.strip()));
      objects.put(object.identity(), object);
    }
    return objects;
  }

  private static ObjectChange change(ComparedObject object, String before, String after) {
    return new ObjectChange(
        object.kind(),
        object.name(),
        object.owner().orElse(""),
        fate(before, after),
        before,
        after);
  }

  private static ObjectChange.Fate fate(String before, String after) {
    if (before.isEmpty()) {
      return ObjectChange.Fate.ADDED;
    }
    if (after.isEmpty()) {
      return ObjectChange.Fate.DROPPED;
    }
    return LineDiff.words(before).equals(LineDiff.words(after))
        ? ObjectChange.Fate.SAME
        : ObjectChange.Fate.ALTERED;
  }
}
