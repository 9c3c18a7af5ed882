package io.custard.connection.audit.trail;

import io.custard.protocol.OrganisationId;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Builds the statement for one search. Only conditions that matter are in it, so that each kind of
 * search finds its index; values go in as parameters, always.
 */
final class AuditSelect {
  private static final String COLUMNS =
      """
      select e.event_id, e.at, e.actor, e.action, e.outcome, e.connection_id, e.address, e.details,
        c.name as connection_name, p.email as actor_name
      from (select * from connection.audit_event where organisation_id = $1\
      """;
  private static final String NAMES =
      """
      ) e
      left join connection.connection c
        on c.id = e.connection_id and c.organisation_id = e.organisation_id
      left join connection.identity_person p
        on p.user_id = case when e.actor ~ '^user:[0-9a-f-]{36}$' then substr(e.actor, 6)::uuid end
          and not p.deleted
      order by e.at desc, e.event_id desc
      """;

  private final StringBuilder conditions = new StringBuilder();
  private final Tuple values = Tuple.tuple();

  AuditSelect(OrganisationId organisation) {
    values.addUUID(organisation.value());
  }

  AuditSelect where(AuditFilter filter) {
    and(" and at >= ", time(filter.from()));
    and(" and at < ", time(filter.to()));
    and(" and actor = ", filter.actor());
    and(" and connection_id = ", filter.connection());
    action(filter.action());
    outcome(filter.outcome());
    return this;
  }

  AuditSelect after(AuditCursor cursor) {
    and(" and (at, event_id) < (", time(cursor.at()));
    and(", ", cursor.id());
    conditions.append(')');
    return this;
  }

  String newest(int limit) {
    and(" order by at desc, event_id desc limit ", limit);
    return COLUMNS + conditions + NAMES;
  }

  Tuple values() {
    return values;
  }

  private void action(@Nullable String action) {
    if (action == null || action.indexOf('.') >= 0) {
      and(" and action = ", action);
    } else { // an area: '/' follows '.', and the column compares by bytes
      and(" and action >= ", action + ".");
      and(" and action < ", action + "/");
    }
  }

  private void outcome(@Nullable String outcome) {
    if (outcome != null && !outcome.equals("OK")) {
      conditions.append(" and outcome <> 'OK'"); // which has an index; few are
    }
    and(" and outcome = ", "failed".equals(outcome) ? null : outcome);
  }

  private void and(String condition, @Nullable Object value) {
    if (value != null) {
      values.addValue(value);
      conditions.append(condition).append('$').append(values.size());
    }
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
