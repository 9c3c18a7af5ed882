package io.custard.query.translate;

import com.fasterxml.jackson.databind.JsonNode;
import io.custard.guard.Verdict;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.agent.Execute;
import io.custard.query.connection.Connection;
import io.custard.query.execution.Asker;
import io.custard.query.execution.Statement;
import io.custard.query.guard.StatementGuard;
import io.custard.query.result.CollectRows;
import io.custard.query.result.JsonRows;
import io.custard.translate.ProbeStatement;
import io.custard.translate.SqlDialect;
import io.custard.translate.Translation;
import io.custard.translate.ValueHits;
import io.custard.translate.ValueProbe;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a question with the built-in translator. Words that are probably values are looked up once
 * in the database, through the agent and the guard like every other statement; no model sees them.
 */
@ApplicationScoped
public class TranslateQuestion {
  private static final ExecutionLimits PROBE = new ExecutionLimits(10_000, 400, 262_144);

  /** The dialect the translator writes. */
  private static final String WRITTEN = "postgresql";

  private final SchemaTranslators translators;
  private final StatementGuard guard;
  private final CollectRows statements;

  TranslateQuestion(SchemaTranslators translators, StatementGuard guard, CollectRows statements) {
    this.translators = translators;
    this.guard = guard;
    this.statements = statements;
  }

  /** Fails with {@code QUERY_NOT_ANSWERABLE} and the reason rather than guess. */
  public Uni<Translation.Sql> translate(Connection connection, String question, Asker asker) {
    if (!connection.dialect().equals(WRITTEN)) {
      return Uni.createFrom().failure(notWritten());
    }
    return translators
        .translator(connection)
        .chain(translator ->
            switch (translator.translate(question, ValueHits.none())) {
              case Translation.NeedsValues needs ->
                  lookUp(connection, needs.probes(), asker)
                      .map(hits -> translator.translate(question, hits));
              case Translation other -> Uni.createFrom().item(other);
            })
        .map(TranslateQuestion::answerable);
  }

  /**
   * Whether it asks what there is, such as "list tables", and not what the tables hold. False where
   * this translator writes no SQL or no schema is known yet.
   */
  public Uni<Boolean> isAboutSchema(Connection connection, String question) {
    return connection.dialect().equals(WRITTEN)
        ? translators
            .ifKnown(connection)
            .map(known -> known.filter(one -> one.isAboutSchema(question)).isPresent())
        : Uni.createFrom().item(false);
  }

  private static CustardException notWritten() {
    return new CustardException(
        ErrorCode.QUERY_NOT_ANSWERABLE,
        "Questions are only put into SQL for PostgreSQL so far; send sql for this database.");
  }

  private Uni<ValueHits> lookUp(Connection connection, List<ValueProbe> probes, Asker asker) {
    Verdict.Accepted look =
        guard.accept(connection, ProbeStatement.sql(probes, SqlDialect.POSTGRESQL));
    return statements
        .run(new Statement(connection, look, PROBE, Execute.PROFILE, asker))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(result -> new ValueHits(true, ProbeStatement.hits(probes, texts(result.rows()))));
  }

  private static List<List<String>> texts(JsonRows rows) {
    List<List<String>> texts = new ArrayList<>();
    for (JsonNode row : rows.asTree()) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.asText()));
      texts.add(cells);
    }
    return texts;
  }

  private static Translation.Sql answerable(Translation translation) {
    return switch (translation) {
      case Translation.Sql sql -> sql;
      case Translation.CannotAnswer cannot ->
          throw new CustardException(
              ErrorCode.QUERY_NOT_ANSWERABLE,
              "I can't answer this without a model: " + cannot.reason());
      case Translation.NeedsValues needs ->
          throw new IllegalStateException("values are looked up once");
    };
  }
}
