package io.custard.auth.identity;

import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to people, organisations or tokens.
 *
 * @param organisation null: it concerns the person alone
 * @param actor {@code user:<id>} or {@code unknown}
 * @param action {@code area.deed}, such as {@code member.changed}
 * @param outcome {@code OK}, or the name of an {@code ErrorCode}
 * @param details short, no secrets
 */
public record Act(
    @Nullable OrganisationId organisation,
    String actor,
    @Nullable String address,
    String action,
    String outcome,
    Map<String, String> details) {
  private static final String OK = "OK";

  public Act {
    Objects.requireNonNull(actor);
    Objects.requireNonNull(action);
    Objects.requireNonNull(outcome);
    details = Map.copyOf(details);
  }

  /** A person did this. */
  public static Act of(
      @Nullable OrganisationId organisation, UserId user, @Nullable String address, String action) {
    return new Act(organisation, "user:" + user, address, action, OK, Map.of());
  }

  /** The same, for the log of this organisation. */
  public Act at(OrganisationId where) {
    return new Act(where, actor, address, action, outcome, details);
  }

  /** The same with more said. */
  public Act with(String name, String value) {
    Map<String, String> more = new HashMap<>(details);
    more.put(name, value);
    return new Act(organisation, actor, address, action, outcome, more);
  }

  /** The same, but it was refused. */
  public Act refused(String code) {
    return new Act(organisation, actor, address, action, code, details);
  }
}
