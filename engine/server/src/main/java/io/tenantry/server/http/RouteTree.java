package io.tenantry.server.http;

import io.tenantry.wire.HttpMethod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The routes by the segments of their paths. A segment that is given wins over a variable one.
 * Filled once; afterwards any thread.
 */
final class RouteTree {
  private final Map<String, RouteTree> given = new HashMap<>();
  private final Map<HttpMethod, Route> routes = new EnumMap<>(HttpMethod.class);
  private @Nullable RouteTree variable;

  void add(Route route) {
    RouteTree at = this;
    for (String segment : segments(route.endpoint().path())) {
      at = segment.startsWith("{") ? at.variable() : at.given(segment);
    }
    at.routes.putIfAbsent(route.endpoint().method(), route);
  }

  private RouteTree variable() {
    RouteTree known = variable;
    if (known == null) {
      known = new RouteTree();
      variable = known;
    }
    return known;
  }

  private RouteTree given(String segment) {
    return given.computeIfAbsent(segment, _ -> new RouteTree());
  }

  /** Returns the routes of a path, one per method; none when nothing is there. */
  Collection<Route> find(String path) {
    return find(segments(path), 0);
  }

  private Collection<Route> find(List<String> path, int from) {
    if (from == path.size()) {
      return routes.values();
    }
    String segment = path.get(from);
    RouteTree next = given.get(segment);
    Collection<Route> found = next == null ? List.of() : next.find(path, from + 1);
    RouteTree any = variable;
    return found.isEmpty() && any != null && !segment.isEmpty() ? any.find(path, from + 1) : found;
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>(6);
    int start = 1; // behind the first slash
    for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
      segments.add(path.substring(start, slash));
      start = slash + 1;
    }
    segments.add(path.substring(Math.min(start, path.length())));
    return segments;
  }
}
