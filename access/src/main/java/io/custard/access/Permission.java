package io.custard.access;

import static io.custard.access.ConnectionLevel.ASK;
import static io.custard.access.ConnectionLevel.MANAGE;
import static io.custard.access.Role.ADMIN;
import static io.custard.access.Role.OWNER;
import static io.custard.access.Role.VIEWER;
import static io.custard.access.Scope.AUDIT_READ;
import static io.custard.access.Scope.CONNECTIONS_MANAGE;
import static io.custard.access.Scope.CONNECTIONS_READ;
import static io.custard.access.Scope.ORGANISATION_READ;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The permission matrix: everything that can be done, with the least role, the scope that lets an
 * API token do it (none: it takes a log-in) and, for what is done with one connection, the least
 * level there. {@code docs/permissions.md} is generated from this list and compared in a test.
 *
 * <p>Where a level is named, the role alone decides nothing: the level follows from role and grants
 * ({@link ConnectionLevel#effective}) and is asked for by the service that has the connection.
 */
public enum Permission {
  PROFILE_READ(VIEWER, ORGANISATION_READ, "See the own profile, organisations and permissions"),
  PROFILE_CHANGE(VIEWER, null, "Change the own name, locale and time zone"),
  PASSWORD_CHANGE(VIEWER, null, "Change the own password"),
  EMAIL_CHANGE(VIEWER, null, "Change the own e-mail address"),
  ACCOUNT_DELETE(VIEWER, null, "Delete the own account"),
  SESSION_READ(VIEWER, null, "List the own log-in sessions"),
  SESSION_END(VIEWER, null, "Log out, here or everywhere, and end single sessions"),
  LOGIN_LINK_READ(VIEWER, null, "List the outside log-ins linked with the own account"),
  LOGIN_LINK_CHANGE(VIEWER, null, "Link outside log-ins with the own account, and unlink them"),
  API_TOKEN_READ(VIEWER, null, "List the own API tokens"),
  API_TOKEN_CREATE(VIEWER, null, "Make an API token"),
  API_TOKEN_REVOKE(VIEWER, null, "Revoke an own API token"),

  ORGANISATION_LIST(VIEWER, ORGANISATION_READ, "List the organisations one is in"),
  ORGANISATION_CREATE(VIEWER, null, "Found another organisation"),
  ORGANISATION_SWITCH(VIEWER, null, "Go on in another organisation one is in"),
  ORGANISATION_SHOW(VIEWER, ORGANISATION_READ, "See the organisation"),
  ORGANISATION_CHANGE(ADMIN, null, "Rename the organisation"),
  ORGANISATION_DELETE(OWNER, null, "Delete the organisation and all that belongs to it"),
  ORGANISATION_LEAVE(VIEWER, null, "Leave the organisation"),
  INVITATION_READ(ADMIN, null, "List invitations"),
  INVITATION_CREATE(ADMIN, null, "Invite somebody; nobody above the own role"),
  INVITATION_REVOKE(ADMIN, null, "Take an invitation back"),
  INVITATION_ACCEPT(VIEWER, null, "Follow an invitation to another organisation"),
  MEMBER_READ(ADMIN, ORGANISATION_READ, "List and show the members"),
  MEMBER_CHANGE(ADMIN, null, "Change role and activity of members; nobody above the own role"),
  MEMBER_REMOVE(ADMIN, null, "Remove members; nobody above the own role"),

  AUDIT_SEARCH(ADMIN, AUDIT_READ, "Search the audit log of the organisation"),
  AUDIT_EXPORT(ADMIN, AUDIT_READ, "Export the audit log of the organisation"),

  CONNECTION_LIST(VIEWER, CONNECTIONS_READ, "List the connections one may ask, and follow them"),
  CONNECTION_CREATE(ADMIN, CONNECTIONS_MANAGE, "Create a connection"),
  CONNECTION_READ(CONNECTIONS_READ, ASK, "See a connection and its status"),
  SCHEMA_READ(CONNECTIONS_READ, ASK, "See a connection's schema and what changed in it"),
  SCHEMA_REFRESH(CONNECTIONS_MANAGE, MANAGE, "Have a connection's schema read again"),
  CONNECTION_TEST(CONNECTIONS_MANAGE, MANAGE, "Test a connection"),
  CONNECTION_CHANGE(CONNECTIONS_MANAGE, MANAGE, "Change a connection"),
  CONNECTION_DELETE(CONNECTIONS_MANAGE, MANAGE, "Delete a connection"),
  KEY_READ(CONNECTIONS_MANAGE, MANAGE, "List the keys of a connection's agents"),
  KEY_CREATE(CONNECTIONS_MANAGE, MANAGE, "Make a key for a connection's agents"),
  KEY_REVOKE(CONNECTIONS_MANAGE, MANAGE, "Revoke a key of a connection's agents"),
  GRANT_READ(CONNECTIONS_MANAGE, MANAGE, "List who has a level of their own on a connection"),
  GRANT_CHANGE(null, MANAGE, "Give somebody a level of their own on a connection, or take it"),

  QUERY_ASK(Scope.ASK, ASK, "Ask a question in plain language"),
  QUERY_SQL(Scope.SQL, ConnectionLevel.SQL, "Run SQL of one's own"),
  QUERY_STREAM(Scope.SQL, ConnectionLevel.SQL, "Stream a whole result"),
  EXAMPLE_READ(CONNECTIONS_READ, ASK, "See a connection's verified examples"),
  EXAMPLE_CHANGE(CONNECTIONS_MANAGE, MANAGE, "Verify and delete a connection's examples"),
  THREAD_READ(VIEWER, Scope.ASK, "Read the own threads and shared ones"),
  THREAD_WRITE(VIEWER, Scope.ASK, "Make, change and delete the own threads, and ask in them"),
  HISTORY_READ(VIEWER, Scope.ASK, "Search and show the own history"),
  HISTORY_DELETE(VIEWER, null, "Delete the own history"),
  FEEDBACK_GIVE(VIEWER, Scope.ASK, "Say what one thinks of an answer of one's own"),
  FEEDBACK_READ(ADMIN, null, "Read what the members think of their answers"),
  TOOL_READ(VIEWER, Scope.ASK, "List the tools that programs may use"),
  TOOL_EXECUTE(VIEWER, Scope.ASK, "Have a tool run; what it does takes a permission of its own"),
  TOOL_APPROVE(VIEWER, null, "Decide what programs with one's own API tokens may do"),
  MODEL_READ(VIEWER, Scope.ASK, "List the models one may ask, and whether they answer"),
  MODEL_CHANGE(ADMIN, null, "Add, test, change and delete models, and set their budgets"),
  MODEL_USAGE_READ(ADMIN, ORGANISATION_READ, "See what models took, and their budgets"),
  MODEL_RULE_CHANGE(null, MANAGE, "See and say which models may see a connection"),
  SYSTEM_STATUS(VIEWER, ORGANISATION_READ, "See how the parts of the system are"),

  PLATFORM_USER_READ("List and show all people of the installation"),
  PLATFORM_USER_CHANGE("Shut and reopen accounts of people"),
  PLATFORM_USER_DELETE("Delete accounts of people"),
  PLATFORM_ORGANISATION_READ("List and show all organisations"),
  PLATFORM_ORGANISATION_CHANGE("Change organisations"),
  PLATFORM_ORGANISATION_DELETE("Delete organisations"),
  PLATFORM_KEY_READ("See which keys sign access tokens"),
  PLATFORM_KEY_ROTATE("Change the key that signs access tokens");

  private final Role leastRole;
  private final @Nullable Scope scope;
  private final @Nullable ConnectionLevel level;
  private final boolean forPlatform;
  private final String sentence;

  /** For what concerns the organisation or the person. */
  Permission(Role leastRole, @Nullable Scope scope, String sentence) {
    this(leastRole, scope, null, false, sentence);
  }

  /** For what is done with one connection. */
  Permission(@Nullable Scope scope, ConnectionLevel level, String sentence) {
    this(VIEWER, scope, level, false, sentence);
  }

  /** For the platform's administrators. */
  Permission(String sentence) {
    this(VIEWER, null, null, true, sentence);
  }

  Permission(
      Role leastRole,
      @Nullable Scope scope,
      @Nullable ConnectionLevel level,
      boolean forPlatform,
      String sentence) {
    this.leastRole = leastRole;
    this.scope = scope;
    this.level = level;
    this.forPlatform = forPlatform;
    this.sentence = Objects.requireNonNull(sentence);
  }

  /** The role somebody must have; those above may as well. */
  public Role leastRole() {
    return leastRole;
  }

  /** What an API token must be made for; null: no API token will do. */
  public @Nullable Scope scope() {
    return scope;
  }

  /** What somebody must be allowed on the connection; null: this is not about one connection. */
  public @Nullable ConnectionLevel level() {
    return level;
  }

  /** Only for administrators of the whole installation, whatever their role. */
  public boolean forPlatform() {
    return forPlatform;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }
}
