package io.custard.agent.policy;

import io.custard.guard.Dialect;
import io.custard.guard.GuardPolicy;
import io.custard.protocol.ExecutionLimits;
import io.custard.protocol.Exposure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What the database's owner allows. An empty list allows everything it could name; denying wins
 * over allowing.
 *
 * @param defaultSchema what a relation without a schema belongs to; empty if the file does not say
 * @param tables that may be read, and no others
 * @param deniedTables that may not be read
 * @param deniedColumns that may not be read, written {@code schema.table.column}
 * @param masks columns that are shown masked
 * @param functions of the owner that may be called besides the guard's, and listed ones that may
 *     not
 * @param exposure the most a model may see, whatever the connection says
 * @param hash SHA-256 of the file in hexadecimal, for the cloud to see that it changed
 */
public record AgentPolicy(
    String defaultSchema,
    List<NamePattern> tables,
    List<NamePattern> deniedTables,
    List<NamePattern> deniedColumns,
    Masks masks,
    GuardPolicy functions,
    Limits limits,
    List<QuietHours> quietHours,
    Exposure exposure,
    String hash) {
  /** Stands for the hash where there is no file. */
  public static final String NO_HASH = "none";

  /** When there is no file. */
  public static final AgentPolicy OPEN =
      new AgentPolicy(
          "",
          List.of(),
          List.of(),
          List.of(),
          Masks.NONE,
          GuardPolicy.none(),
          new Limits(OptionalLong.empty(), OptionalLong.empty(), Duration.ZERO),
          List.of(),
          Exposure.FULL,
          NO_HASH);

  public AgentPolicy {
    Objects.requireNonNull(defaultSchema);
    tables = List.copyOf(tables);
    deniedTables = List.copyOf(deniedTables);
    deniedColumns = List.copyOf(deniedColumns);
    Objects.requireNonNull(masks);
    Objects.requireNonNull(functions);
    quietHours = List.copyOf(quietHours);
    Objects.requireNonNull(exposure);
  }

  /** With the schema that relations belong to in a database of this kind, unless the file says. */
  public AgentPolicy in(Dialect dialect) {
    if (!defaultSchema.isEmpty()) {
      return this;
    }
    String usual = dialect == Dialect.SQLITE || dialect == Dialect.DUCKDB ? "main" : "public";
    return new AgentPolicy(
        usual,
        tables,
        deniedTables,
        deniedColumns,
        masks,
        functions,
        limits,
        quietHours,
        exposure,
        hash);
  }

  /** Whether the column may not be read at all. */
  public boolean denies(String schema, String table, String column) {
    return deniedColumns.stream().anyMatch(p -> p.matches(List.of(schema, table, column)));
  }

  /** In one line for people, without names or values. */
  public String summary() {
    return PolicyText.of(this);
  }

  /** The stricter of both, limit by limit. */
  public ExecutionLimits stricter(ExecutionLimits asked) {
    long timeout = limits.timeout().toMillis();
    return new ExecutionLimits(
        timeout == 0 ? asked.timeoutMillis() : Math.min(asked.timeoutMillis(), timeout),
        Math.min(asked.maxRows(), limits.maxRows().orElse(Long.MAX_VALUE)),
        Math.min(asked.maxBytes(), limits.maxBytes().orElse(Long.MAX_VALUE)));
  }

  /**
   * Caps beside those of the agent's settings.
   *
   * @param timeout of one statement; zero for none
   */
  public record Limits(OptionalLong maxRows, OptionalLong maxBytes, Duration timeout) {}
}
