package io.custard.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a personal API token may be used for. What no scope names takes a log-in. */
public enum Scope {
  ASK("ask", "Ask questions"),
  SQL("sql", "Run SQL and stream results"),
  CONNECTIONS_READ("connections:read", "See connections, their status and schemas"),
  CONNECTIONS_MANAGE("connections:manage", "Create, change and delete connections and their keys"),
  AUDIT_READ("audit:read", "Read and export the audit log"),
  ORGANISATION_READ("organisation:read", "See the own profile, the organisation and its members");

  private final String wireName;
  private final String sentence;

  Scope(String wireName, String sentence) {
    this.wireName = wireName;
    this.sentence = sentence;
  }

  /** Reads the wire form; a scope this build does not know is none. */
  public static Optional<Scope> of(String name) {
    return Arrays.stream(values()).filter(scope -> scope.wireName.equals(name)).findFirst();
  }

  /** As events and the API write it. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }
}
