package io.custard.auth.platform;

import io.custard.auth.member.Cursor;
import io.custard.auth.member.Like;
import io.custard.protocol.OrganisationId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * All organisations of the installation, with how many are in them and nothing of what they have.
 */
@ApplicationScoped
class PlatformOrganisations {
  private static final String PAGE =
      """
      select o.id, o.name, o.created_at,
        (select count(*) from auth.memberships m where m.organisation_id = o.id) as members,
        (select count(*) from auth.memberships m
          where m.organisation_id = o.id and m.role = 'owner' and m.active) as owners,
        (select count(*) from auth.api_tokens t where t.organisation_id = o.id
          and t.revoked_at is null and t.expires_at > now()) as api_tokens
      from auth.organisations o
      where (o.created_at, o.id) > ($1, $2) and lower(o.name) like $3 escape '!'
      order by o.created_at, o.id
      limit $4
      """;

  private final Pool pool;

  PlatformOrganisations(Pool pool) {
    this.pool = pool;
  }

  Uni<PlatformOrganisationView.Page> page(PageWanted wanted) {
    return pool.preparedQuery(PAGE)
        .execute(
            Tuple.of(
                OffsetDateTime.ofInstant(wanted.after().at(), ZoneOffset.UTC),
                wanted.after().id(),
                Like.contains(wanted.search()),
                wanted.limit() + 1))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(PlatformOrganisations::view)
                .toList())
        .map(found -> page(found, wanted.limit()));
  }

  private static PlatformOrganisationView view(Row row) {
    return new PlatformOrganisationView(
        OrganisationId.of(Objects.requireNonNull(row.getUUID("id"))),
        row.getString("name"),
        row.getOffsetDateTime("created_at").toInstant(),
        row.getLong("members"),
        row.getLong("owners"),
        row.getLong("api_tokens"));
  }

  private static PlatformOrganisationView.Page page(
      List<PlatformOrganisationView> found, int limit) {
    List<PlatformOrganisationView> shown = found.subList(0, Math.min(limit, found.size()));
    return new PlatformOrganisationView.Page(
        shown, found.size() > limit ? cursor(shown.getLast()) : null);
  }

  private static String cursor(PlatformOrganisationView last) {
    return new Cursor(last.createdAt(), last.id().value()).text();
  }
}
