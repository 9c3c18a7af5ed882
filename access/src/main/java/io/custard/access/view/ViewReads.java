package io.custard.access.view;

import io.custard.access.Role;
import io.custard.access.Scope;
import io.custard.access.view.Changes.Change;
import io.custard.access.view.Standing.Member;
import io.custard.access.view.Standing.Person;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the view; whatever goes wrong is {@code UPSTREAM_UNAVAILABLE}. */
@ApplicationScoped
class ViewReads {
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private static final String STANDING =
      """
      select p.email, p.active, p.tokens_not_before, p.deleted,
             m.role, m.active, m.tokens_not_before, m.deleted,
             coalesce(o.deleted, false), s.session_id is not null
      from (select $1::uuid as person, $2::uuid as organisation, $3::uuid as session) k
      left join {s}.identity_person p on p.user_id = k.person
      left join {s}.identity_member m
        on m.user_id = k.person and m.organisation_id = k.organisation
      left join {s}.identity_organisation o on o.organisation_id = k.organisation
      left join {s}.identity_session s on s.session_id = k.session
      """;
  private static final String TOKEN =
      """
      select user_id, organisation_id, secret_sha256, scopes, role, expires_at, revoked
      from {s}.identity_api_token where token_id = $1
      """;

  /** One row at least, for the horizon: transactions before it have all ended. */
  private static final String CHANGES =
      """
      select h.horizon, c.what, c.id
      from (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon) h
      left join (
        select 'person' as what, user_id::text as id
          from {s}.identity_person where changed_in >= $1
        union all
        select 'person', user_id::text from {s}.identity_member where changed_in >= $1
        union all
        select 'organisation', organisation_id::text
          from {s}.identity_organisation where changed_in >= $1
        union all
        select 'session', session_id::text from {s}.identity_session where changed_in >= $1
        union all
        select 'token', token_id from {s}.identity_api_token where changed_in >= $1
        limit %d) c on true
      """
          .formatted(Changes.MOST + 1);

  private final Pool pool;
  private final ViewSchema schema;

  ViewReads(Pool pool, ViewSchema schema) {
    this.pool = pool;
    this.schema = schema;
  }

  Uni<Standing> standing(Place place) {
    return read(
            STANDING,
            Tuple.of(place.person().value(), place.organisation().value(), place.session()))
        .map(rows -> standing(rows.iterator().next()));
  }

  Uni<Optional<KnownToken>> token(String id) {
    return read(TOKEN, Tuple.of(id))
        .map(rows ->
            rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(knownToken(rows.iterator().next())));
  }

  /** What was written by transactions that had not ended at this horizon. */
  Uni<Changes> changes(long horizon) {
    return read(CHANGES, Tuple.of(horizon)).map(ViewReads::changes);
  }

  private Uni<RowSet<Row>> read(String sql, Tuple values) {
    return pool.preparedQuery(schema.in(sql))
        .execute(values)
        .ifNoItem()
        .after(LONGEST)
        .fail()
        .onFailure()
        .transform(e ->
            new CustardException(ErrorCode.UPSTREAM_UNAVAILABLE, "Try again in a few seconds.", e));
  }

  private static Changes changes(RowSet<Row> rows) {
    long horizon = 0;
    List<Change> found = new ArrayList<>();
    for (Row row : rows) {
      horizon = row.getLong(0);
      if (row.getString(1) != null) {
        found.add(new Change(row.getString(1), row.getString(2)));
      }
    }
    return new Changes(horizon, found);
  }

  private static Standing standing(Row row) {
    Person person =
        row.getString(0) == null
            ? null
            : new Person(row.getString(0), row.getBoolean(1), row.getLong(2), row.getBoolean(3));
    Member member =
        row.getString(4) == null
            ? null
            : new Member(
                Role.of(row.getString(4)), row.getBoolean(5), row.getLong(6), row.getBoolean(7));
    return new Standing(person, member, row.getBoolean(8), row.getBoolean(9));
  }

  private static KnownToken knownToken(Row row) {
    return new KnownToken(
        UserId.of(row.getUUID(0)),
        OrganisationId.of(row.getUUID(1)),
        row.getString(2),
        Arrays.stream(row.getArrayOfStrings(3))
            .flatMap(name -> Scope.of(name).stream())
            .collect(Collectors.toSet()),
        Role.of(row.getString(4)),
        Instant.ofEpochSecond(row.getLong(5)),
        row.getBoolean(6));
  }

  /**
   * Who is asked about.
   *
   * @param session null with an API token
   */
  record Place(UserId person, OrganisationId organisation, @Nullable UUID session) {}
}
