package io.custard.query.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Permission;
import io.custard.query.tool.call.Tool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool as callers see it.
 *
 * @param parameters JSON Schema, draft 2020-12
 * @param result what it answers, in short words
 * @param approval {@code person}: with an API token a person has to approve each call; or {@code
 *     none}
 */
@JsonNaming(SnakeCaseStrategy.class)
record ToolView(
    String name,
    String description,
    Map<String, Object> parameters,
    String result,
    String approval,
    Permission permission) {
  static ToolView of(Tool<?> tool) {
    return new ToolView(
        tool.about().name(),
        tool.about().description(),
        tool.about().parameters().schema(),
        tool.about().result(),
        tool.about().asksPerson() ? "person" : "none",
        tool.about().permission());
  }

  /** All there are for the caller: there is never a next cursor. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<ToolView> items, @Nullable String nextCursor) {}
}
