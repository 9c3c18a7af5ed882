package io.custard.connection.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.custard.connection.outbox.Outbox;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.Topic;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores connections. Every change goes to the outbox in the same transaction; the row is locked
 * before that, so the events of one connection are written in the order of its versions.
 */
@ApplicationScoped
public class Connections implements PanacheRepositoryBase<Connection, UUID> {
  private static final String VISIBLE = "organisationId = ?1 and deletedAt is null";
  private static final String ONE = VISIBLE + " and id = ?2";

  private final Outbox outbox;
  private final ObjectMapper json;

  Connections(Outbox outbox, ObjectMapper json) {
    this.outbox = outbox;
    this.json = json;
  }

  /** What the owner says of a new connection. */
  public record Draft(
      String name, String dialect, boolean requireCleanRole, List<String> allowedFunctions) {}

  /** What the owner wants to be different; what is null stays. */
  public record Change(
      @Nullable String name,
      @Nullable Boolean requireCleanRole,
      @Nullable List<String> allowedFunctions) {}

  @WithTransaction
  public Uni<RegisteredConnection> add(OrganisationId organisation, Draft draft, AgentKey key) {
    return persist(new Connection(organisation, draft, key))
        .call(this::announce)
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
  public Uni<Void> change(OwnedConnection wanted, Change change) {
    return locked(wanted).invoke(connection -> connection.change(change)).chain(this::announce);
  }

  /** Leaves a tombstone and revokes the keys. */
  @WithTransaction
  public Uni<Void> remove(OwnedConnection wanted) {
    return locked(wanted).invoke(Connection::delete).chain(this::announce);
  }

  private Uni<Connection> locked(OwnedConnection wanted) {
    return find(ONE, wanted.organisation().value(), wanted.id().value())
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(ConnectionPath::notFound)
        .call(connection -> getSession().chain(session -> session.fetch(connection.keys)));
  }

  private Uni<Void> announce(Connection connection) {
    return outbox.append(Topic.REGISTRY, connection.id.toString(), text(connection));
  }

  private String text(Connection connection) {
    try {
      return json.writeValueAsString(connection.event());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always writable", e);
    }
  }
}
