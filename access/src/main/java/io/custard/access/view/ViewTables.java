package io.custard.access.view;

import io.custard.protocol.event.ApiTokenV1;
import io.custard.protocol.event.IdentityEvent;
import io.custard.protocol.event.MembershipV1;
import io.custard.protocol.event.OrganisationV1;
import io.custard.protocol.event.PersonV1;
import io.custard.protocol.event.SessionRevokedV1;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the view. Idempotent: an older version changes nothing. */
@ApplicationScoped
class ViewTables {
  private static final String PERSON =
      """
      insert into {s}.identity_person as old
        (user_id, version, email, active, tokens_not_before, deleted, changed_in)
      values ($1, $2, $3, $4, $5, $6, {now})
      on conflict (user_id) do update
        set version = excluded.version, email = excluded.email, active = excluded.active,
            tokens_not_before = excluded.tokens_not_before, deleted = excluded.deleted,
            changed_in = excluded.changed_in
        where old.version < excluded.version
      """;
  private static final String MEMBER =
      """
      insert into {s}.identity_member as old
        (organisation_id, user_id, version, role, active, tokens_not_before, deleted, changed_in)
      values ($1, $2, $3, $4, $5, $6, $7, {now})
      on conflict (organisation_id, user_id) do update
        set version = excluded.version, role = excluded.role, active = excluded.active,
            tokens_not_before = excluded.tokens_not_before, deleted = excluded.deleted,
            changed_in = excluded.changed_in
        where old.version < excluded.version
      """;
  private static final String ORGANISATION =
      """
      insert into {s}.identity_organisation as old (organisation_id, version, deleted, changed_in)
      values ($1, $2, $3, {now})
      on conflict (organisation_id) do update
        set version = excluded.version, deleted = excluded.deleted,
            changed_in = excluded.changed_in
        where old.version < excluded.version
      """;

  /** What can be valid no more is forgotten on the way; clocks may differ by an hour. */
  private static final String SESSION =
      """
      with forgotten as (
        delete from {s}.identity_session
        where expires_at < extract(epoch from now()) - 3600 and session_id <> $1)
      insert into {s}.identity_session (session_id, expires_at, changed_in)
      values ($1, $2, {now}) on conflict do nothing
      """;

  private static final String API_TOKEN =
      """
      insert into {s}.identity_api_token as old
        (token_id, user_id, organisation_id, version, secret_sha256, scopes, role, expires_at,
         revoked, changed_in)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, {now})
      on conflict (token_id) do update
        set version = excluded.version, scopes = excluded.scopes, role = excluded.role,
            expires_at = excluded.expires_at, revoked = excluded.revoked,
            changed_in = excluded.changed_in
        where old.version < excluded.version
          and old.user_id = excluded.user_id
          and old.organisation_id = excluded.organisation_id
      """;

  private final Pool pool;
  private final ViewSchema schema;

  ViewTables(Pool pool, ViewSchema schema) {
    this.pool = pool;
    this.schema = schema;
  }

  Uni<Void> apply(IdentityEvent event) {
    return switch (event) {
      case PersonV1 person -> write(PERSON, values(person));
      case MembershipV1 member -> write(MEMBER, values(member));
      case OrganisationV1 organisation -> write(ORGANISATION, values(organisation));
      case SessionRevokedV1 session ->
          write(SESSION, Tuple.of(session.sessionId(), session.expiresAt()));
      case ApiTokenV1 token -> write(API_TOKEN, values(token));
    };
  }

  private Uni<Void> write(String sql, Tuple values) {
    return pool.preparedQuery(schema.in(sql)).execute(values).replaceWithVoid();
  }

  private static Tuple values(PersonV1 person) {
    return Tuple.of(
        person.userId().value(),
        person.version(),
        person.email(),
        person.active(),
        person.tokensNotBefore(),
        person.deleted());
  }

  private static Tuple values(MembershipV1 member) {
    return Tuple.tuple()
        .addUUID(member.organisationId().value())
        .addUUID(member.userId().value())
        .addLong(member.version())
        .addString(member.role())
        .addBoolean(member.active())
        .addLong(member.tokensNotBefore())
        .addBoolean(member.deleted());
  }

  private static Tuple values(OrganisationV1 organisation) {
    return Tuple.of(
        organisation.organisationId().value(), organisation.version(), organisation.deleted());
  }

  private static Tuple values(ApiTokenV1 token) {
    return Tuple.tuple()
        .addString(token.tokenId())
        .addUUID(token.userId().value())
        .addUUID(token.organisationId().value())
        .addLong(token.version())
        .addString(token.secretSha256())
        .addArrayOfString(token.scopes().toArray(String[]::new))
        .addString(token.role())
        .addLong(token.expiresAt())
        .addBoolean(token.revoked());
  }
}
