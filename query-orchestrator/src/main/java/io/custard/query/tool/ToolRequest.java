package io.custard.query.tool;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.custard.query.tool.parameter.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which tool is to run, and with what. There is nothing else: consent is not for a caller to claim.
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
record ToolRequest(
    @NotNull @Size(min = 1, max = 100) @JsonPropertyDescription("A name of GET /api/v1/tools.")
        String tool,
    @NotNull
        @JsonPropertyDescription("As the tool's parameters say.")
        @Schema(type = SchemaType.OBJECT, implementation = Object.class)
        ObjectNode arguments) {
  static final Parameters<ToolRequest> PARAMETERS = Parameters.of(ToolRequest.class);

  /** Leaves the arguments out. */
  @Override
  public String toString() {
    return "ToolRequest[]";
  }
}
