package io.custard.query.workflow.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.custard.query.result.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * One line of a workflow's journal as it stands in Redis.
 *
 * @param kind {@code started}, {@code done}, {@code skipped}, {@code back} or {@code ended}
 * @param at milliseconds since the epoch
 * @param step whose line it is; null at the end
 * @param millis what the step took
 * @param output of the step, as JSON
 * @param reason why it was skipped or sent another back
 * @param to the step that was sent back
 * @param end how the whole ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
    String kind,
    long at,
    @Nullable String step,
    @Nullable Integer attempt,
    @Nullable Long millis,
    @JsonRawValue @JsonDeserialize(using = RawJson.class) @Nullable String output,
    @Nullable String reason,
    @Nullable String to,
    @Nullable End end) {
  public static final String STARTED = "started";
  public static final String DONE = "done";
  public static final String SKIPPED = "skipped";
  public static final String BACK = "back";
  public static final String ENDED = "ended";

  @JsonIgnore
  public boolean isEnd() {
    return end != null;
  }

  /** Leaves the output out. */
  @Override
  public String toString() {
    return "Line[" + kind + " " + step + "]";
  }
}
