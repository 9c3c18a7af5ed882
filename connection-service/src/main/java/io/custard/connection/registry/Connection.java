package io.custard.connection.registry;

import io.custard.access.ConnectionLevel;
import io.custard.access.OpenTo;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.Exposure;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.custard.protocol.agent.AgentKey;
import io.custard.protocol.event.ConnectionRegisteredV1;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code connection} with the keys of its agents. */
@Entity
@Table(name = "connection")
class Connection {
  /** One in use and one to change to. */
  private static final int MOST_VALID_KEYS = 2;

  /** Of revoked keys so many are remembered; those before them are unknown to everybody. */
  private static final int MOST_REVOKED_KEYS = 50;

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

  @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY, orphanRemoval = true)
  @JoinColumn(name = "connection_id", nullable = false)
  List<AgentKeyHash> keys = new ArrayList<>();

  @Column(name = "open_to")
  String openTo;

  @Column(name = "exposure")
  String exposure;

  /** Levels by user id. */
  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "connection_grant", joinColumns = @JoinColumn(name = "connection_id"))
  @MapKeyColumn(name = "user_id")
  @Column(name = "level")
  Map<UUID, String> grants = new HashMap<>();

  /** For Hibernate. */
  protected Connection() {}

  Connection(OrganisationId organisation, Connections.Draft draft, AgentKey key) {
    this.id = UUID.randomUUID();
    this.organisationId = organisation.value();
    this.name = draft.name();
    this.dialect = draft.dialect();
    this.requireCleanRole = draft.requireCleanRole();
    this.allowedFunctions = draft.allowedFunctions().toArray(String[]::new);
    this.openTo = draft.openTo().wireName();
    this.exposure = draft.exposure().wire();
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
    openTo = change.openTo() == null ? openTo : change.openTo().wireName();
    exposure = change.exposure() == null ? exposure : change.exposure().wire();
    version++;
  }

  /** Leaves a tombstone whose keys open nothing. */
  void delete() {
    Instant now = Instant.now();
    deletedAt = now;
    version++;
    keys.forEach(key -> key.revoke(now));
  }

  /** Fails with {@code CONNECTION_KEY_LIMIT} while there are as many valid keys as there may be. */
  RegisteredKey add(AgentKey key) {
    if (keys.stream().filter(one -> !one.revoked).count() >= MOST_VALID_KEYS) {
      throw new CustardException(
          ErrorCode.CONNECTION_KEY_LIMIT,
          "A connection has at most two valid keys: revoke one of them first.");
    }
    keys.stream()
        .filter(one -> one.revoked)
        .sorted(Comparator.comparing((AgentKeyHash one) -> one.createdAt).reversed())
        .skip(MOST_REVOKED_KEYS)
        .toList()
        .forEach(keys::remove);
    AgentKeyHash added = new AgentKeyHash(key, Instant.now().truncatedTo(ChronoUnit.MICROS));
    keys.add(added);
    version++;
    return new RegisteredKey(added.keyId, added.createdAt);
  }

  /**
   * False when the key was revoked before. Fails with {@code CONNECTION_KEY_NOT_FOUND} when this
   * connection has none of this id.
   */
  boolean revoke(String keyId) {
    AgentKeyHash key =
        keys.stream()
            .filter(one -> one.keyId.equals(keyId))
            .findFirst()
            .orElseThrow(() ->
                new CustardException(
                    ErrorCode.CONNECTION_KEY_NOT_FOUND,
                    "List the keys of the connection to find the right id."));
    if (key.revoked) {
      return false;
    }
    key.revoke(Instant.now());
    version++;
    return true;
  }

  /** False when it was so before. Fails with {@code CONNECTION_GRANT_LIMIT}. */
  boolean grant(UserId user, ConnectionLevel level) {
    boolean isNew = !grants.containsKey(user.value());
    if (isNew && grants.size() >= ConnectionRegisteredV1.MOST_GRANTS) {
      throw new CustardException(
          ErrorCode.CONNECTION_GRANT_LIMIT, "Take some grants first, or open it to all members.");
    }
    if (level.wireName().equals(grants.put(user.value(), level.wireName()))) {
      return false;
    }
    version++;
    return true;
  }

  /** False when the person had none. */
  boolean takeGrant(UserId user) {
    if (grants.remove(user.value()) == null) {
      return false;
    }
    version++;
    return true;
  }

  RegisteredConnection registered() {
    return new RegisteredConnection(
        ConnectionId.of(id),
        name,
        dialect,
        createdAt,
        requireCleanRole,
        List.of(allowedFunctions),
        OpenTo.of(openTo).orElse(OpenTo.GRANTED),
        Exposure.of(exposure));
  }

  /** What other services must know; needs keys and grants loaded. */
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
        allowedFunctions.length == 0 ? null : List.of(allowedFunctions),
        openTo.equals(ConnectionRegisteredV1.MEMBERS) ? null : openTo,
        grants.isEmpty() ? null : GrantedLevels.published(grants),
        exposure.equals(Exposure.SCHEMA_ONLY.wire()) ? null : exposure);
  }
}
