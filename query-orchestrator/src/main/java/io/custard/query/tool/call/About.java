package io.custard.query.tool.call;

import io.custard.access.Permission;
import io.custard.query.tool.parameter.Parameters;
import java.util.Objects;

/**
 * What a tool says of itself.
 *
 * @param description what it is good for, to people and models
 * @param result what it answers, in short words
 * @param permission what it takes, with the level on the connection
 * @param consent what a person is told it does before they approve it; empty: nobody is asked
 */
public record About<A extends Record>(
    String name,
    String description,
    Parameters<A> parameters,
    String result,
    Permission permission,
    String consent) {
  public About {
    Objects.requireNonNull(name);
    Objects.requireNonNull(description);
    Objects.requireNonNull(parameters);
    Objects.requireNonNull(result);
    Objects.requireNonNull(permission);
    Objects.requireNonNull(consent);
  }

  /** Whether a person has to approve it when a program calls. */
  public boolean asksPerson() {
    return !consent.isEmpty();
  }
}
