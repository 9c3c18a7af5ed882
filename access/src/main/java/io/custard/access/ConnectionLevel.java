package io.custard.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person may do with one connection; each may do what those before may. */
public enum ConnectionLevel {
  /** The connection does not exist for them. */
  NONE,
  /** Ask questions; see the connection, its status and its schema. */
  ASK,
  /** Run SQL of their own and stream results. */
  SQL,
  /** Keys, tests, changes, deletion and grants. */
  MANAGE;

  /**
   * The rule: administrators manage everything; a grant of one's own decides before the role does;
   * without one, the role decides where the connection is open to all members.
   *
   * @param grant of this person, null when there is none
   */
  public static ConnectionLevel effective(
      Role role, OpenTo openTo, @Nullable ConnectionLevel grant) {
    if (role.isAtLeast(Role.ADMIN)) {
      return MANAGE;
    }
    if (grant != null) {
      return grant;
    }
    return switch (openTo) {
      case GRANTED -> NONE;
      case MEMBERS -> role.isAtLeast(Role.ANALYST) ? SQL : ASK;
    };
  }

  /**
   * The rule for what is stored or published. What this build does not know gives nobody anything.
   *
   * @param openTo null: members
   */
  public static ConnectionLevel effective(
      Role role, @Nullable String openTo, @Nullable String grant) {
    return effective(
        role,
        openTo == null ? OpenTo.MEMBERS : OpenTo.of(openTo).orElse(OpenTo.GRANTED),
        grant == null ? null : of(grant).orElse(NONE));
  }

  /** Reads the wire form; a level this build does not know is none of them. */
  public static Optional<ConnectionLevel> of(String name) {
    return Arrays.stream(values()).filter(level -> level.wireName().equals(name)).findFirst();
  }

  /** As events and the API write it. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isAtLeast(ConnectionLevel least) {
    return compareTo(least) >= 0;
  }
}
