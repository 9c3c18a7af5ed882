package io.custard.agent.database;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a probe found.
 *
 * @param version of the server
 * @param roleFindings what the role can do that it should not, a short sentence each; empty for a
 *     role that may only read
 * @param roleRepair the statements that create a right role, for a person to run after choosing a
 *     password in place of {@link #PASSWORD}; null when there is nothing to repair
 */
public record Checkup(String version, List<String> roleFindings, @Nullable String roleRepair) {
  /** Stands where the new role's password goes, quoted. */
  public static final String PASSWORD = "'choose-a-password'";

  public Checkup {
    Objects.requireNonNull(version);
    roleFindings = List.copyOf(roleFindings);
  }

  /** The role may only read. */
  public static Checkup clean(String version) {
    return new Checkup(version, List.of(), null);
  }

  /** All findings as one text; null for a clean role. */
  public @Nullable String roleWarning() {
    return roleFindings.isEmpty()
        ? null
        : String.join(" ", roleFindings) + " Give the agent a role that may only read.";
  }
}
