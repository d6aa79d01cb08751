package io.tenantry.app.notices;

import io.tenantry.app.controls.state.Tone;
import io.tenantry.app.fx.Problem;
import io.tenantry.app.settings.ProjectMemory;
import io.tenantry.app.settings.ProjectScope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps notices in the memory of their project, so that they are still there after a restart. What
 * is strange in it is left out: no work depends on it. UI thread.
 */
public final class RememberedNotices implements NoticeShelf {
  private static final String KEY = "notices";
  private static final int MOST = 50;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Function<ProjectScope, ProjectMemory> memories;

  /** Creates it over the memories of all projects. */
  public RememberedNotices(Function<ProjectScope, ProjectMemory> memories) {
    this.memories = memories;
  }

  @Override
  public List<Kept> read(ProjectScope project) {
    List<Kept> found = new ArrayList<>();
    for (JsonNode node : nodes(memories.apply(project).value(KEY))) {
      read(node, project).ifPresent(found::add);
    }
    return found;
  }

  @Override
  public void put(ProjectScope project, List<Kept> kept) {
    List<Map<String, Object>> all =
        kept.stream().limit(MOST).map(RememberedNotices::written).toList();
    memories.apply(project).keep(KEY, all.isEmpty() ? "" : JSON.writeValueAsString(all));
  }

  private static Iterable<JsonNode> nodes(String text) {
    try {
      return text.isEmpty() ? List.of() : JSON.readTree(text);
    } catch (JacksonException e) {
      return List.of();
    }
  }

  private static Map<String, Object> written(Kept kept) {
    Notice notice = kept.notice();
    Problem problem = notice.problem();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("tone", notice.tone().name());
    out.put("title", problem.title());
    out.put("text", problem.text());
    out.put("action", problem.action());
    problem.incident().ifPresent(code -> out.put("incident", code));
    out.put("at", notice.at().toString());
    out.put("times", notice.times());
    out.put("unread", kept.unread());
    return out;
  }

  private static Optional<Kept> read(JsonNode node, ProjectScope project) {
    try {
      Problem problem =
          new Problem(
              node.path("title").asString(""),
              node.path("text").asString(""),
              node.path("action").asString(""),
              Optional.of(node.path("incident").asString("")).filter(code -> !code.isEmpty()));
      Notice notice =
          new Notice(
              Tone.valueOf(node.path("tone").asString("")),
              problem,
              Optional.empty(),
              Instant.parse(node.path("at").asString("")),
              Math.max(1, node.path("times").asInt(1)),
              new Belonging(Optional.of(project), Optional.empty()));
      return Optional.of(new Kept(notice, node.path("unread").asBoolean(false)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
