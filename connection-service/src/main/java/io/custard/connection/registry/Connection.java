package io.custard.connection.registry;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.ConnectionRegisteredV1;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code connection} with the keys of its agents. */
@Entity
@Table(name = "connection")
class Connection {
  @Id UUID id;

  @Column(name = "organisation_id")
  UUID organisationId;

  String name;
  String dialect;
  long version;

  @Column(name = "require_clean_role")
  boolean requireCleanRole;

  @Column(name = "allowed_functions")
  String[] allowedFunctions;

  @Column(name = "created_at")
  Instant createdAt;

  @Nullable
  @Column(name = "deleted_at")
  Instant deletedAt;

  @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  @JoinColumn(name = "connection_id", nullable = false)
  List<AgentKeyHash> keys = new ArrayList<>();

  /** For Hibernate. */
  protected Connection() {}

  Connection(OrganisationId organisation, Connections.Draft draft, AgentKey key) {
    this.id = UUID.randomUUID();
    this.organisationId = organisation.value();
    this.name = draft.name();
    this.dialect = draft.dialect();
    this.requireCleanRole = draft.requireCleanRole();
    this.allowedFunctions = draft.allowedFunctions().toArray(String[]::new);
    this.version = 1;
    this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    this.keys.add(new AgentKeyHash(key, createdAt));
  }

  /** What is null stays. */
  void change(Connections.Change change) {
    name = change.name() == null ? name : change.name();
    requireCleanRole =
        change.requireCleanRole() == null ? requireCleanRole : change.requireCleanRole();
    allowedFunctions =
        change.allowedFunctions() == null
            ? allowedFunctions
            : change.allowedFunctions().toArray(String[]::new);
    version++;
  }

  /** Leaves a tombstone whose keys open nothing. */
  void delete() {
    deletedAt = Instant.now();
    version++;
    keys.forEach(key -> key.revoked = true);
  }

  RegisteredConnection registered() {
    return new RegisteredConnection(
        ConnectionId.of(id), name, dialect, createdAt, requireCleanRole, List.of(allowedFunctions));
  }

  /** What other services must know; needs the keys loaded. */
  ConnectionRegisteredV1 event() {
    return new ConnectionRegisteredV1(
        ConnectionId.of(id),
        OrganisationId.of(organisationId),
        name,
        dialect,
        keys.stream().map(AgentKeyHash::event).toList(),
        version,
        deletedAt != null,
        requireCleanRole ? true : null,
        allowedFunctions.length == 0 ? null : List.of(allowedFunctions));
  }
}
