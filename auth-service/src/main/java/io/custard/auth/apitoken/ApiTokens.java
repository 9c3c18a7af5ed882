package io.custard.auth.apitoken;

import io.custard.access.Caller;
import io.custard.access.Permission;
import io.custard.access.PersonalToken;
import io.custard.access.Role;
import io.custard.access.Scope;
import io.custard.auth.identity.Act;
import io.custard.auth.identity.ApiToken;
import io.custard.auth.identity.AuditLog;
import io.custard.auth.identity.IdentityChanges;
import io.custard.auth.member.Memberships;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What people do with their API tokens. A token belongs to one person in one organisation. */
@ApplicationScoped
class ApiTokens implements PanacheRepositoryBase<ApiToken, String> {
  private static final int MOST = 20;
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final String MINE = "userId = ?1 and organisationId = ?2 and revokedAt is null";
  private static final String OVER =
      "userId = ?1 and organisationId = ?2 and (expiresAt < ?3 or revokedAt < ?3)";

  private final Memberships memberships;
  private final IdentityChanges changes;
  private final AuditLog audit;

  ApiTokens(Memberships memberships, IdentityChanges changes, AuditLog audit) {
    this.memberships = memberships;
    this.changes = changes;
    this.audit = audit;
  }

  /** Those not revoked, expired ones for a while as well; oldest first. */
  @WithSession
  Uni<List<ApiToken>> of(Caller caller) {
    return find(
            MINE + " order by createdAt, id",
            caller.userId().value(),
            caller.organisationId().value())
        .list();
  }

  /** Of several at once, no more succeed than the limit allows. */
  @WithTransaction
  Uni<ApiToken> make(Caller caller, NewToken wanted, PersonalToken drawn) {
    return memberships
        .lockedMember(caller.organisationId(), caller.userId())
        .invoke(owner -> requireAllowed(owner.role(), wanted.wanted()))
        .call(() -> forgetOld(caller))
        .call(() -> requireRoom(caller))
        .map(owner -> new ApiToken(drawn, owner, draft(wanted)))
        .chain(this::persist)
        .call(changes::apiTokenChanged)
        .call(made -> audit.tell(act(caller, "api-token.created", made)));
  }

  /** Fails with {@code API_TOKEN_NOT_FOUND} for everybody but its owner, there. */
  @WithTransaction
  Uni<Void> revoke(Caller caller, String tokenId) {
    return find(
            MINE + " and id = ?3",
            caller.userId().value(),
            caller.organisationId().value(),
            tokenId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(ApiTokens::unknown)
        .invoke(ApiToken::revoke)
        .call(changes::apiTokenChanged)
        .chain(revoked -> audit.tell(act(caller, "api-token.revoked", revoked)));
  }

  /**
   * What no permission of the role takes is refused. A scope about connections is for every role: a
   * grant may give its owner more there than the role does.
   */
  private static void requireAllowed(Role role, Set<Scope> wanted) {
    for (Scope scope : wanted) {
      boolean allowed =
          Arrays.stream(Permission.values())
              .anyMatch(one -> one.scope() == scope && role.isAtLeast(one.leastRole()));
      if (!allowed) {
        throw new CustardException(
            ErrorCode.AUTH_FORBIDDEN, "Your role does not allow what this scope is for.");
      }
    }
  }

  private Uni<Void> forgetOld(Caller caller) {
    return delete(
            OVER,
            caller.userId().value(),
            caller.organisationId().value(),
            Instant.now().minus(REMEMBERED))
        .replaceWithVoid();
  }

  private Uni<Void> requireRoom(Caller caller) {
    return count(
            MINE + " and expiresAt > ?3",
            caller.userId().value(),
            caller.organisationId().value(),
            Instant.now())
        .invoke(valid -> {
          if (valid >= MOST) {
            throw new CustardException(ErrorCode.API_TOKEN_LIMIT, "Revoke one of them first.");
          }
        })
        .replaceWithVoid();
  }

  private static ApiToken.Draft draft(NewToken wanted) {
    return new ApiToken.Draft(
        wanted.name(),
        wanted.wanted().stream().map(Scope::wireName).toList(),
        Instant.now()
            .plus(wanted.expiresInDays(), ChronoUnit.DAYS)
            .truncatedTo(ChronoUnit.SECONDS));
  }

  private static CustardException unknown() {
    return new CustardException(
        ErrorCode.API_TOKEN_NOT_FOUND, "List your API tokens to find the right id.");
  }

  private static Act act(Caller caller, String action, ApiToken token) {
    return Act.of(caller.organisationId(), caller.userId(), caller.address(), action)
        .with("token", token.tokenId());
  }
}
