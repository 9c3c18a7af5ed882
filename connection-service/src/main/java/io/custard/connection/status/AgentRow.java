package io.custard.connection.status;

import io.custard.connection.status.Lamps.Lamp;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a row of {@code agent_link} joined with {@code agent_ledger}. */
final class AgentRow {
  private final Row row;

  private AgentRow(Row row) {
    this.row = row;
  }

  /**
   * The agent as it counts now.
   *
   * @param silentBefore a link that was last heard before this is red, whatever was said then
   */
  static AgentView read(Row row, Instant silentBefore) {
    AgentRow agent = new AgentRow(row);
    return agent.view(agent.lamps(silentBefore));
  }

  private AgentView view(Lamps lamps) {
    return new AgentView(
        row.getString("instance_id"),
        row.getUUID("link_id"),
        row.getString("engine"),
        row.getString("engine_version"),
        row.getString("build"),
        lamps.database().state(),
        row.getString("code"),
        row.getString("message"),
        row.getString("role_warning"),
        texts("role_findings"),
        row.getString("role_repair"),
        instant("linked_at"),
        lamps,
        row.getInteger("in_flight"),
        row.getBoolean("draining"),
        texts("capabilities"),
        policy(),
        ledger(),
        row.getString("ledger_warning"),
        row.getString("key_id"));
  }

  private Lamps lamps(Instant silentBefore) {
    Instant heard = instant("heard_at");
    return heard.isBefore(silentBefore)
        ? Lamps.silent(heard)
        : new Lamps(lamp("link"), lamp("loop"), lamp("database"));
  }

  private Lamp lamp(String name) {
    return new Lamp(row.getString(name + "_lamp"), instant(name + "_since"));
  }

  private AgentView.@Nullable Policy policy() {
    String hash = row.getString("policy_hash");
    String summary = row.getString("policy_summary");
    return hash == null || summary == null ? null : new AgentView.Policy(hash, summary);
  }

  private @Nullable LedgerView ledger() {
    Long lines = row.getLong("ledger_lines");
    return lines == null
        ? null
        : new LedgerView(lines, row.getString("ledger_hash"), instant("ledger_at"));
  }

  private @Nullable List<String> texts(String column) {
    String[] found = row.getArrayOfStrings(column);
    return found == null ? null : List.of(found);
  }

  private Instant instant(String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
