package io.custard.connection.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.access.OpenTo;
import io.custard.connection.audit.Actor;
import io.custard.connection.audit.Audit;
import io.custard.connection.audit.Deed;
import io.custard.outbox.Outbox;
import io.custard.outbox.OutboxRecord;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.Exposure;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.Topic;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores connections. Every change goes to the outbox in the same transaction, with an entry for
 * the audit log; the row is locked before that, so the events of one connection are written in the
 * order of its versions.
 */
@ApplicationScoped
public class Connections implements PanacheRepositoryBase<Connection, UUID> {
  private static final String VISIBLE = "organisationId = ?1 and deletedAt is null";
  private static final String ONE = VISIBLE + " and id = ?2";

  private final Outbox outbox;
  private final Audit audit;
  private final ObjectMapper json;

  Connections(Outbox outbox, Audit audit, ObjectMapper json) {
    this.outbox = outbox;
    this.audit = audit;
    this.json = json;
  }

  /** What the owner says of a new connection. */
  public record Draft(
      String name,
      String dialect,
      boolean requireCleanRole,
      List<String> allowedFunctions,
      OpenTo openTo,
      Exposure exposure) {}

  /** What the owner wants to be different; what is null stays. */
  public record Change(
      @Nullable String name,
      @Nullable Boolean requireCleanRole,
      @Nullable List<String> allowedFunctions,
      @Nullable OpenTo openTo,
      @Nullable Exposure exposure) {

    /** What is to change, in words. */
    Map<String, String> details() {
      Map<String, String> details = new HashMap<>();
      if (name != null) {
        details.put("name", name);
      }
      if (requireCleanRole != null) {
        details.put("require_clean_role", requireCleanRole.toString());
      }
      if (allowedFunctions != null) {
        details.put("allowed_functions", Integer.toString(allowedFunctions.size()));
      }
      if (openTo != null) {
        details.put("open_to", openTo.wireName());
      }
      if (exposure != null) {
        details.put("exposure", exposure.wire());
      }
      return details;
    }
  }

  @WithTransaction
  public Uni<RegisteredConnection> add(Actor caller, Draft draft, AgentKey key) {
    return persist(new Connection(caller.organisation(), draft, key))
        .call(made -> announce(made, caller, "connection.created", Map.of("name", made.name)))
        .map(Connection::registered);
  }

  @WithSession
  public Uni<List<RegisteredConnection>> list(OrganisationId organisation) {
    return find(VISIBLE + " order by createdAt, id", organisation.value())
        .list()
        .map(found -> found.stream().map(Connection::registered).toList());
  }

  /** Fails with {@code CONNECTION_NOT_FOUND} also when another organisation has it. */
  @WithSession
  public Uni<RegisteredConnection> get(OwnedConnection wanted) {
    return find(ONE, wanted.organisation().value(), wanted.id().value())
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(ConnectionPath::notFound)
        .map(Connection::registered);
  }

  /** Changes what is not null. */
  @WithTransaction
  public Uni<Void> change(OwnedConnection wanted, Change change, Actor caller) {
    return locked(wanted)
        .invoke(connection -> connection.change(change))
        .chain(changed -> announce(changed, caller, "connection.changed", change.details()));
  }

  /** Leaves a tombstone and revokes the keys. */
  @WithTransaction
  public Uni<Void> remove(OwnedConnection wanted, Actor caller) {
    return locked(wanted)
        .invoke(Connection::delete)
        .chain(gone -> announce(gone, caller, "connection.deleted", Map.of("name", gone.name)));
  }

  /** Of several at once, no more succeed than the limit of valid keys allows. */
  @WithTransaction
  public Uni<RegisteredKey> addKey(OwnedConnection wanted, AgentKey key, Actor caller) {
    return locked(wanted)
        .chain(connection -> {
          RegisteredKey added = connection.add(key);
          return announce(connection, caller, "key.created", Map.of("key", added.keyId()))
              .replaceWith(added);
        });
  }

  /** Does nothing when the key was revoked before. */
  @WithTransaction
  public Uni<Void> revokeKey(OwnedConnection wanted, String keyId, Actor caller) {
    return locked(wanted)
        .chain(connection ->
            connection.revoke(keyId)
                ? announce(connection, caller, "key.revoked", Map.of("key", keyId))
                : Uni.createFrom().voidItem());
  }

  /** With its grants loaded. */
  Uni<Connection> withGrants(OwnedConnection wanted) {
    return find(ONE, wanted.organisation().value(), wanted.id().value())
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(ConnectionPath::notFound)
        .call(connection -> getSession().chain(session -> session.fetch(connection.grants)));
  }

  /** In the current transaction, with all that {@link Connection#event} needs. */
  Uni<Connection> locked(OwnedConnection wanted) {
    return find(ONE, wanted.organisation().value(), wanted.id().value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(ConnectionPath::notFound)
        .call(connection -> getSession().chain(session -> session.fetch(connection.keys)))
        .call(connection -> getSession().chain(session -> session.fetch(connection.grants)));
  }

  /** Publishes and records what was done, in the current transaction. */
  Uni<Void> announce(
      Connection connection, Actor caller, String action, Map<String, String> details) {
    String key = connection.id.toString();
    Deed deed = new Deed(caller, ConnectionId.of(connection.id), action, details);
    return outbox
        .append(new OutboxRecord(Topic.REGISTRY, null, key, text(connection)))
        .chain(() -> audit.tell(deed));
  }

  private String text(Connection connection) {
    try {
      return json.writeValueAsString(connection.event());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always writable", e);
    }
  }
}
