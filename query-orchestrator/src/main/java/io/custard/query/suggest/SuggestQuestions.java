package io.custard.query.suggest;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.access.Role;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Execute;
import io.custard.query.connection.Connection;
import io.custard.query.connection.KnownConnections;
import io.custard.query.execution.Asker;
import io.custard.query.execution.Statement;
import io.custard.query.guard.StatementGuard;
import io.custard.query.result.CollectRows;
import io.custard.query.result.StatementResult;
import io.custard.query.schema.KnownSchemas;
import io.custard.query.schema.PerSchema;
import io.custard.query.translate.TranslateQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Suggests questions for a connection: each was put into SQL by the built-in translator and run,
 * and had rows. What was found is kept for an hour, for each schema and role; nothing found is not.
 */
@ApplicationScoped
class SuggestQuestions {
  private static final Logger LOG = Logger.getLogger(SuggestQuestions.class);
  private static final int KEPT = 1_000;
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final ExecutionLimits LIMITS =
      new ExecutionLimits(DEADLINE.toMillis(), 20, 64 << 10);

  private record Key(ConnectionId connection, long schema, Role role) {}

  private final KnownConnections connections;
  private final KnownSchemas schemas;
  private final TranslateQuestion translator;
  private final StatementGuard guard;
  private final CollectRows statements;
  private final PerSchema<Candidates> candidates;
  private final Cache<Key, Uni<List<Suggestion>>> kept =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(FRESH).build();

  SuggestQuestions(
      KnownConnections connections,
      KnownSchemas schemas,
      TranslateQuestion translator,
      StatementGuard guard,
      CollectRows statements) {
    this.connections = connections;
    this.schemas = schemas;
    this.translator = translator;
    this.guard = guard;
    this.statements = statements;
    this.candidates = PerSchema.ever(schemas, (connection, tables) -> Candidates.of(tables));
  }

  /** Up to three. Fails only where the caller may not ask; what goes wrong later gives none. */
  Uni<List<Suggestion>> of(Caller caller, ConnectionId id) {
    return connections
        .find(id, caller, Permission.QUERY_ASK)
        .chain(connection ->
            known(connection, caller)
                .onFailure()
                .invoke(cause ->
                    LOG.warnf(
                        "Nothing suggested connectionId=%s cause=%s",
                        id, cause.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(List.of()));
  }

  private Uni<List<Suggestion>> known(Connection connection, Caller caller) {
    return schemas
        .version(connection.id())
        .chain(version ->
            version.isEmpty()
                ? Uni.createFrom().item(List.of())
                : shared(
                    new Key(connection.id(), version.get(), caller.role()), connection, caller));
  }

  /** Who asks at the same time waits for the same. */
  private Uni<List<Suggestion>> shared(Key key, Connection connection, Caller caller) {
    return kept.get(
        key,
        missing ->
            found(connection, asker(caller))
                .onItemOrFailure()
                .invoke((found, failure) -> {
                  if (found == null || found.isEmpty()) {
                    kept.invalidate(missing);
                  }
                })
                .memoize()
                .indefinitely());
  }

  private Uni<List<Suggestion>> found(Connection connection, Asker asker) {
    return candidates
        .of(connection)
        .chain(some -> tried(Trial.of(connection, asker, some)))
        .map(Trial::found);
  }

  private Uni<Trial> tried(Trial trial) {
    return trial
        .next()
        .map(candidate ->
            isAnswered(trial, candidate.question())
                .chain(answered -> tried(trial.after(candidate, answered))))
        .orElseGet(() -> Uni.createFrom().item(trial));
  }

  private Uni<Boolean> isAnswered(Trial trial, String question) {
    Connection connection = trial.connection();
    return translator
        .translate(connection, question, trial.asker())
        .map(sql -> guard.accept(connection, sql.sql()))
        .chain(accepted ->
            statements.run(
                new Statement(connection, accepted, LIMITS, Execute.RESULT, trial.asker())))
        .map(SuggestQuestions::saysSomething)
        .ifNoItem()
        .after(DEADLINE)
        .recoverWithItem(false)
        .onFailure()
        .recoverWithItem(false);
  }

  /** A first row that is neither nothing nor none. */
  private static boolean saysSomething(StatementResult result) {
    for (JsonNode row : result.rows().asTree()) {
      for (JsonNode cell : row) {
        if (!cell.isNull()) {
          return result.rows().count() > 1 || !cell.asText().equals("0");
        }
      }
      return false;
    }
    return false;
  }

  private static Asker asker(Caller caller) {
    return new Asker(
        caller.userId(),
        caller.organisationId(),
        caller.email(),
        QueryId.random(),
        caller.address());
  }
}
