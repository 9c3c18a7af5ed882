package io.custard.query.tool.approval;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person says to a call that waits.
 *
 * @param decision {@code approve} or {@code refuse}
 * @param remember also for later calls of the same tool with the same API token on the same
 *     connection, whatever their arguments; absent: this call only
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Decision(
    @NotNull @Pattern(regexp = "approve|refuse") String decision,
    @Nullable @Valid Remember remember) {

  /** For so many days from now. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Remember(@NotNull @Min(1) @Max(30) Integer days) {}

  @JsonIgnore
  @AssertTrue(message = "only what is approved is remembered")
  public boolean isRemembrance() {
    return remember == null || isApproval();
  }

  @JsonIgnore
  boolean isApproval() {
    return "approve".equals(decision);
  }
}
