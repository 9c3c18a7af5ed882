package io.custard.query.step.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.conversation.QuestionState;
import io.custard.guard.Dialect;
import io.custard.protocol.TableDescription;
import io.custard.query.graph.Outcome;
import io.custard.query.graph.Outputs;
import io.custard.query.graph.Step;
import io.custard.query.graph.StepKey;
import io.custard.query.schema.KnownSchemas;
import io.custard.query.schema.PerSchema;
import io.custard.query.step.compose.Validated;
import io.custard.query.work.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from the statement what was asked for, while the database is at work: what people see of
 * how they were understood, and what follow-ups change.
 */
@ApplicationScoped
public class StateQuestion implements Step<Work, Stated> {
  private final PerSchema<List<TableDescription>> schemas;
  private final ObjectMapper json;

  StateQuestion(KnownSchemas schemas, ObjectMapper json) {
    this.schemas = PerSchema.ever(schemas, (connection, tables) -> tables);
    this.json = json;
  }

  @Override
  public StepKey<Stated> key() {
    return Stated.STEP;
  }

  @Override
  public Set<StepKey<?>> after() {
    return Set.of(Validated.STEP);
  }

  @Override
  public Uni<Outcome<Stated>> run(Work work, Outputs outputs) {
    if (work.asked().sql() != null) {
      return Uni.createFrom().item(new Outcome.Skipped<>("The statement was given."));
    }
    String sql = outputs.get(Validated.STEP).sql();
    return schemas
        .ifKnown(work.connection())
        .map(tables -> tables.flatMap(known -> state(work, sql, known)))
        .map(state ->
            state
                .<Outcome<Stated>>map(read -> new Outcome.Done<>(stated(read)))
                .orElseGet(() -> new Outcome.Skipped<>("The statement has another form.")));
  }

  private static Optional<QuestionState> state(
      Work work, String sql, List<TableDescription> tables) {
    return Dialect.of(work.connection().dialect())
        .flatMap(dialect -> QuestionState.read(sql, dialect, tables));
  }

  private Stated stated(QuestionState state) {
    return new Stated(json.valueToTree(state));
  }
}
