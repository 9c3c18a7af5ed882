package io.custard.query.model.store;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.query.model.JsonMode;
import io.custard.query.secret.Sealed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The table of models. Each statement has the organisation in it. */
@ApplicationScoped
public class ModelTable {
  private static final String COLUMNS =
      """
      name, base_url, model_id, aliases, context_tokens, answer_tokens, timeout_millis, json_mode,
      usual, key_id, key_nonce, key_ciphertext, version
      """;

  private final Pool pool;

  ModelTable(Pool pool) {
    this.pool = pool;
  }

  Uni<List<StoredModel>> list(OrganisationId organisation) {
    return list(pool, organisation);
  }

  /** Changes of one organisation wait for each other, and see all its models as they are. */
  public <T> Uni<T> changing(
      OrganisationId organisation, BiFunction<SqlClient, List<StoredModel>, Uni<T>> change) {
    return pool.withTransaction(transaction ->
        transaction
            .preparedQuery("select pg_advisory_xact_lock(hashtextextended($1, 6))")
            .execute(Tuple.of("query.model:" + organisation))
            .chain(() -> list(transaction, organisation))
            .chain(stored -> change.apply(transaction, stored)));
  }

  /** Inserts it, or replaces the one of its name; a usual one takes that from the others. */
  public Uni<Void> put(SqlClient transaction, StoredModel model, UserId by) {
    Uni<?> before =
        model.settings().usual() ? noneUsual(transaction, model) : Uni.createFrom().voidItem();
    return before.chain(() ->
        transaction
            .preparedQuery(
                """
                insert into query.model (organisation_id, created_by, changed_by, %s)
                values ($1, $2, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                on conflict (organisation_id, lower(name)) do update
                  set base_url = excluded.base_url, model_id = excluded.model_id,
                      aliases = excluded.aliases, context_tokens = excluded.context_tokens,
                      answer_tokens = excluded.answer_tokens,
                      timeout_millis = excluded.timeout_millis, json_mode = excluded.json_mode,
                      usual = excluded.usual, key_id = excluded.key_id,
                      key_nonce = excluded.key_nonce, key_ciphertext = excluded.key_ciphertext,
                      version = excluded.version, changed_at = now(),
                      changed_by = excluded.changed_by
                """
                    .formatted(COLUMNS))
            .execute(row(model, by))
            .replaceWithVoid());
  }

  /** It goes out of the rules of connections too: another one may get its name. */
  public Uni<Void> delete(SqlClient transaction, StoredModel model) {
    Tuple key = Tuple.of(model.organisation().value(), model.name());
    return transaction
        .preparedQuery("delete from query.model where organisation_id = $1 and name = $2")
        .execute(key)
        .chain(() ->
            transaction
                .preparedQuery(
                    """
                    update query.model_rule set allowed = array_remove(allowed, $2)
                    where organisation_id = $1 and $2 = any(allowed)
                    """)
                .execute(key))
        .replaceWithVoid();
  }

  private static Uni<List<StoredModel>> list(SqlClient client, OrganisationId organisation) {
    return client
        .preparedQuery(
            "select %s from query.model where organisation_id = $1 order by name"
                .formatted(COLUMNS))
        .execute(Tuple.of(organisation.value()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> model(organisation, row))
                .toList());
  }

  private static Uni<?> noneUsual(SqlClient transaction, StoredModel model) {
    return transaction
        .preparedQuery("update query.model set usual = false where organisation_id = $1 and usual")
        .execute(Tuple.of(model.organisation().value()));
  }

  private static Tuple row(StoredModel model, UserId by) {
    Settings settings = model.settings();
    Sealed key = model.key();
    return Tuple.tuple()
        .addUUID(model.organisation().value())
        .addUUID(by.value())
        .addString(model.name())
        .addString(settings.baseUrl().toString())
        .addString(settings.id())
        .addArrayOfString(settings.aliases().toArray(String[]::new))
        .addInteger(settings.contextTokens())
        .addInteger(settings.answerTokens())
        .addLong(settings.timeout().toMillis())
        .addString(settings.json().name())
        .addBoolean(settings.usual())
        .addString(key == null ? null : key.keyId())
        .addValue(key == null ? null : Buffer.buffer(key.nonce()))
        .addValue(key == null ? null : Buffer.buffer(key.ciphertext()))
        .addLong(model.version());
  }

  private static StoredModel model(OrganisationId organisation, Row row) {
    return new StoredModel(
        organisation, row.getString("name"), settings(row), key(row), row.getLong("version"));
  }

  private static Settings settings(Row row) {
    return new Settings(
        URI.create(row.getString("base_url")),
        row.getString("model_id"),
        List.of(row.getArrayOfStrings("aliases")),
        row.getInteger("context_tokens"),
        row.getInteger("answer_tokens"),
        Duration.ofMillis(row.getLong("timeout_millis")),
        JsonMode.valueOf(row.getString("json_mode")),
        row.getBoolean("usual"));
  }

  private static @Nullable Sealed key(Row row) {
    String id = row.getString("key_id");
    return id == null
        ? null
        : new Sealed(
            id, row.getBuffer("key_nonce").getBytes(), row.getBuffer("key_ciphertext").getBytes());
  }
}
