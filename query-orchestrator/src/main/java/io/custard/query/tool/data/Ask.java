package io.custard.query.tool.data;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Permission;
import io.custard.query.answer.Reader;
import io.custard.query.ask.AskQuestion;
import io.custard.query.ask.QueryAnswer;
import io.custard.query.ask.QueryRequest;
import io.custard.query.tool.call.About;
import io.custard.query.tool.call.OfConnection;
import io.custard.query.tool.call.Tool;
import io.custard.query.tool.call.ToolCall;
import io.custard.query.tool.parameter.Parameters;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers a question in plain language. */
@ApplicationScoped
class Ask implements Tool<Ask.Arguments> {
  private static final About<Arguments> ABOUT =
      new About<>(
          "ask",
          "Answers a question in plain language about one database.",
          Parameters.of(Arguments.class),
          "What POST /api/v1/query answers: sql, columns, rows, answer (a sentence), chart, warnings"
              + " and more",
          Permission.QUERY_ASK,
          "");

  private final AskQuestion questions;

  Ask(AskQuestion questions) {
    this.questions = questions;
  }

  /** What is asked. */
  @RegisterForReflection
  @JsonNaming(SnakeCaseStrategy.class)
  record Arguments(
      @NotNull @JsonPropertyDescription("The database, by its id.") UUID connectionId,
      @NotNull @Size(min = 1, max = 2_000) @JsonPropertyDescription("The question.")
          String question,
      @Nullable
          @Min(1)
          @Max(1_000)
          @JsonPropertyDescription("How many rows at most; 100 when absent.")
          Integer maxRows,
      @Nullable @Min(1) @Max(300) @JsonPropertyDescription("How long it may take; 30 when absent.")
          Integer timeoutSeconds,
      @Nullable
          @Size(min = 1, max = 100)
          @JsonPropertyDescription("The model to ask, by its name; absent: the usual one.")
          String model,
      @Nullable
          @Size(min = 1, max = 200)
          @JsonPropertyDescription(
              "Whose numbers and dates to write, such as de-DE; English when" + " absent.")
          String language,
      @Nullable
          @Size(min = 1, max = 100)
          @JsonPropertyDescription("Where days begin, such as Europe/Berlin; UTC when absent.")
          String timeZone)
      implements OfConnection {
    QueryRequest request() {
      return new QueryRequest(
          connectionId,
          question,
          null,
          maxRows == null ? 100 : maxRows,
          timeoutSeconds,
          model,
          null);
    }

    /** Leaves the question out. */
    @Override
    public String toString() {
      return "Ask[" + connectionId + "]";
    }
  }

  @Override
  public About<Arguments> about() {
    return ABOUT;
  }

  @Override
  public Uni<QueryAnswer> run(ToolCall<Arguments> call) {
    Arguments asked = call.arguments();
    return questions.ask(
        call.caller(), asked.request(), Reader.of(asked.language(), asked.timeZone()));
  }
}
