package io.custard.query.organisation;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Deletes what belonged to somebody who is no more. May be told twice. */
@ApplicationScoped
class CleanUp {
  /** Rows in one transaction. */
  private static final int STEP = 5_000;

  private static final List<String> ORGANISATION =
      List.of(
          step("workflow", "organisation_id"),
          step("thread", "organisation_id"),
          step("tool_approval", "organisation_id"),
          step("tool_consent", "organisation_id"),
          step("model", "organisation_id"),
          step("model_rule", "organisation_id"),
          step("model_budget", "organisation_id"),
          step("model_usage", "organisation_id"),
          step("history", "organisation_id"),
          step("feedback", "organisation_id"),
          step("example", "organisation_id"));

  /** Examples are the organisation's; they stay without a name. */
  private static final List<String> PERSON =
      List.of(
          step("workflow", "user_id"),
          step("thread", "user_id"),
          step("tool_approval", "user_id"),
          step("tool_consent", "user_id"),
          step("history", "user_id"),
          step("feedback", "user_id"),
          """
          update query.example set verified_by = null where ctid = any(array(
            select mine.ctid from query.example mine where mine.verified_by = $1 limit $2))
          """);

  private final Pool pool;

  CleanUp(Pool pool) {
    this.pool = pool;
  }

  Uni<Void> after(OrganisationId ended) {
    return all(ORGANISATION, ended.value());
  }

  Uni<Void> after(UserId ended) {
    return all(PERSON, ended.value());
  }

  private Uni<Void> all(List<String> statements, UUID id) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String statement : statements) {
      done = done.chain(() -> repeated(statement, id));
    }
    return done;
  }

  private Uni<Void> repeated(String statement, UUID id) {
    return pool.preparedQuery(statement)
        .execute(Tuple.of(id, STEP))
        .chain(
            done -> done.rowCount() < STEP ? Uni.createFrom().voidItem() : repeated(statement, id));
  }

  private static String step(String table, String column) {
    return """
    delete from query.%1$s where ctid = any(array(
      select own.ctid from query.%1$s own where own.%2$s = $1 limit $2))
    """
        .formatted(table, column);
  }
}
