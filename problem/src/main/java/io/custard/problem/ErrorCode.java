package io.custard.problem;

import static io.custard.problem.ErrorKind.AUTH;
import static io.custard.problem.ErrorKind.INTERNAL;
import static io.custard.problem.ErrorKind.LIMIT;
import static io.custard.problem.ErrorKind.UPSTREAM;
import static io.custard.problem.ErrorKind.USER;

import java.util.Locale;

/**
 * Every way a request can fail. The name is the wire value and the contract: append only, never
 * rename, renumber or reuse. Title and detail are for people and may change. {@code docs/errors.md}
 * is generated from this list and compared in a test.
 *
 * <p>The guard's refusals ({@code SQL_…}) carry the names of {@code io.custard.guard.RefusalCode};
 * a test keeps the two lists together.
 */
public enum ErrorCode {
  REQUEST_INVALID(400, USER, "The request is not valid"),
  REQUEST_NOT_FOUND(404, USER, "There is nothing at this address"),
  REQUEST_METHOD_NOT_ALLOWED(405, USER, "This address does not take this method"),
  REQUEST_NOT_ACCEPTABLE(406, USER, "The answer cannot be given in the form asked for"),
  REQUEST_TOO_LARGE(413, LIMIT, "The request is too large"),
  REQUEST_MEDIA_TYPE(415, USER, "The body has the wrong content type"),

  AUTH_REQUIRED(401, AUTH, "Log in first"),
  AUTH_TOKEN_INVALID(401, AUTH, "The access token is not valid"),
  AUTH_CREDENTIALS_WRONG(401, AUTH, "E-mail or password is wrong"),
  AUTH_FORBIDDEN(403, AUTH, "This account may not do that"),
  AUTH_EMAIL_TAKEN(409, USER, "There is an account with this e-mail already"),
  AUTH_CSRF(403, AUTH, "The request does not prove that it comes from our own page"),
  AUTH_TOKEN_REVOKED(401, AUTH, "The log-in or token was ended"),
  AUTH_SCOPE_MISSING(403, AUTH, "The API token was not made for this"),
  AUTH_SESSION_NEEDED(403, AUTH, "This takes a log-in, not an API token"),
  AUTH_EMAIL_UNVERIFIED(403, AUTH, "The e-mail of this account is not verified yet"),
  AUTH_LINK_INVALID(400, USER, "The link is wrong, was used or is too old"),
  AUTH_REFRESH_INVALID(401, AUTH, "The refresh token is not valid"),
  AUTH_REFRESH_RACED(409, AUTH, "Another request used this refresh token at the same time"),
  AUTH_TOO_MANY_ATTEMPTS(429, LIMIT, "Too many attempts"),
  AUTH_PASSWORD_WEAK(422, USER, "The password is too easy to guess"),
  AUTH_ACCOUNT_INACTIVE(403, AUTH, "This account is shut"),
  SESSION_NOT_FOUND(404, USER, "There is no such session"),
  AUTH_OIDC_FAILED(401, AUTH, "The log-in by an outside provider did not succeed"),
  AUTH_OIDC_LINK_NEEDED(409, AUTH, "This outside log-in must be linked with an account first"),
  AUTH_OIDC_UNKNOWN(404, USER, "There is no such provider"),
  LOGIN_LINK_NOT_FOUND(404, USER, "There is no such linked log-in"),
  LOGIN_LINK_LIMIT(409, LIMIT, "There are as many linked log-ins as one account may have"),

  ORGANISATION_NOT_FOUND(404, USER, "There is no such organisation"),
  ORGANISATION_LAST_OWNER(409, USER, "The organisation would have no owner"),
  ORGANISATION_LIMIT(409, LIMIT, "One person is in no more organisations than this"),
  MEMBER_NOT_FOUND(404, USER, "The organisation has no such member"),
  MEMBER_ALREADY(409, USER, "This person is a member already"),
  INVITATION_NOT_FOUND(404, USER, "The organisation has no such invitation"),
  INVITATION_INVALID(400, USER, "The invitation was used, revoked or is too old"),
  INVITATION_LIMIT(429, LIMIT, "Too many invitations were sent"),
  API_TOKEN_NOT_FOUND(404, USER, "There is no such API token"),
  API_TOKEN_LIMIT(409, LIMIT, "There are as many API tokens as one person may have here"),

  CONNECTION_NOT_FOUND(404, USER, "There is no such connection"),
  CONNECTION_KEY_NOT_FOUND(404, USER, "The connection has no such key"),
  CONNECTION_KEY_LIMIT(409, USER, "The connection has as many valid keys as it may have"),
  CONNECTION_STREAM_LIMIT(429, LIMIT, "Too many event streams are open"),
  CONNECTION_GRANTEE_UNKNOWN(404, USER, "The organisation has no such member"),
  CONNECTION_GRANT_LIMIT(409, LIMIT, "The connection has as many grants as it may have"),

  AGENT_KEY_UNKNOWN(401, AUTH, "The agent key is not known"),
  AGENT_KEY_REVOKED(403, AUTH, "The agent key was revoked"),
  AGENT_KEY_FOREIGN(403, AUTH, "The agent key belongs to another connection"),
  AGENT_PROTOCOL_UNSUPPORTED(400, USER, "Agent and gateway speak no common protocol version"),
  AGENT_NOT_LINKED(503, UPSTREAM, "No agent is linked for this connection"),
  AGENT_LINK_LOST(502, UPSTREAM, "The link to the agent broke during the query"),
  AGENT_BUSY(503, LIMIT, "The agent runs as many queries as it may"),
  AGENT_DRAINING(503, UPSTREAM, "The agent finishes what it has and takes nothing new"),
  AGENT_POLICY_REFUSED(403, AUTH, "The agent's own policy does not allow the statement"),
  AGENT_LEDGER_UNAVAILABLE(503, UPSTREAM, "The agent cannot write its ledger and executes nothing"),
  AGENT_DATABASE_HOST_UNKNOWN(502, UPSTREAM, "The agent cannot find the database's host"),
  AGENT_DATABASE_PORT_REFUSED(502, UPSTREAM, "Nothing answers at the database's host and port"),
  AGENT_DATABASE_LOGIN_REFUSED(502, UPSTREAM, "The database refuses the agent's user or password"),
  AGENT_DATABASE_NAME_UNKNOWN(502, UPSTREAM, "The database server has no database of this name"),
  AGENT_DATABASE_UNAVAILABLE(502, UPSTREAM, "The database does not answer the agent"),
  AGENT_ROLE_TOO_POWERFUL(409, USER, "The agent's database role may do more than read"),
  AGENT_INSTANCE_TAKEN(409, LIMIT, "Another agent with the same instance id is linked and answers"),
  AGENT_TOO_MANY_ATTEMPTS(429, LIMIT, "Too many attempts to link were refused"),
  AGENT_REPLY_INVALID(502, UPSTREAM, "The agent's reply was not in order"),
  AGENT_CAPABILITY_MISSING(409, USER, "The agent is too old for this; update it"),

  QUERY_NOT_ANSWERABLE(422, USER, "The question cannot be answered without a model"),
  QUERY_UNCLEAR(422, USER, "The question can be read in more than one way"),
  QUERY_MODEL_UNKNOWN(422, USER, "There is no model of this name"),
  QUERY_MODEL_UNAVAILABLE(503, UPSTREAM, "The model cannot be asked, and nothing else answers"),
  QUERY_MODEL_NOT_ALLOWED(403, AUTH, "This model may not see the connection"),
  QUERY_BUDGET_SPENT(429, LIMIT, "The tokens of a budget for models are spent"),
  QUERY_SCHEMA_UNKNOWN(409, UPSTREAM, "The schema of this connection has not arrived yet"),
  QUERY_DEADLINE_EXCEEDED(504, LIMIT, "The query ran past its deadline"),
  QUERY_CANCELLED(409, USER, "The query was cancelled"),
  QUERY_WORKFLOW_NOT_FOUND(404, USER, "There is no such workflow"),
  QUERY_WORKFLOW_LIMIT(429, LIMIT, "As many workflows are under way as may be"),
  QUERY_STREAM_LIMIT(429, LIMIT, "Too many event streams are open"),

  MODEL_NOT_FOUND(404, USER, "There is no such model"),
  MODEL_NAME_TAKEN(409, USER, "Another model has this name or alias"),
  MODEL_CONFIGURED(
      409, USER, "This model is the installation's; only its configuration changes it"),
  MODEL_LIMIT(409, LIMIT, "There are as many models as one organisation may have"),
  MODEL_ADDRESS_NOT_ALLOWED(422, USER, "Models may not be asked at this address"),
  MODEL_KEY_NOT_KEPT(409, USER, "This installation is not set up to keep keys"),

  SQL_EMPTY(422, USER, "There is no SQL statement"),
  SQL_TOO_LARGE(422, LIMIT, "The SQL statement is too large"),
  SQL_UNREADABLE(422, USER, "The SQL text cannot be read"),
  SQL_UNPARSEABLE(422, USER, "The SQL statement cannot be parsed"),
  SQL_MULTIPLE_STATEMENTS(422, USER, "Only one statement at a time is run"),
  SQL_NOT_READ_ONLY(422, USER, "Only statements that read are run"),
  SQL_FUNCTION_NOT_ALLOWED(422, USER, "The statement calls a function that is not allowed"),
  SQL_RELATION_NOT_ALLOWED(422, USER, "The statement reads a relation that is not allowed"),
  SQL_CONSTRUCT_NOT_ALLOWED(422, USER, "The statement uses a construct that is not allowed"),
  SQL_DIALECT_UNSUPPORTED(422, USER, "This database's dialect is not supported yet"),
  SQL_NAMES_UNKNOWN(422, USER, "The statement names what the schema does not have"),
  SQL_EXECUTION_FAILED(422, USER, "The database refused the statement"),
  SQL_TOO_COSTLY(422, LIMIT, "The database expects the statement to cost too much"),
  SQL_TOO_MANY_COLUMNS(422, LIMIT, "The result would have too many columns"),

  THREAD_NOT_FOUND(404, USER, "There is no such thread"),
  HISTORY_NOT_FOUND(404, USER, "The own history has no such entry"),
  FEEDBACK_NOT_FOUND(404, USER, "There is no feedback of one's own on this answer"),
  EXAMPLE_NOT_FOUND(404, USER, "The connection has no such example"),
  EXAMPLE_LIMIT(409, LIMIT, "The connection has as many examples as it may have"),
  TOOL_NOT_FOUND(404, USER, "There is no such tool"),
  TOOL_APPROVAL_NOT_FOUND(404, USER, "There is no such approval to decide on"),
  TOOL_APPROVAL_INVALID(403, AUTH, "No person has approved exactly this call"),
  TOOL_APPROVAL_LIMIT(429, LIMIT, "Too many calls wait for this person's approval"),

  AUDIT_EXPORT_LIMIT(429, LIMIT, "Too many exports of audit logs are under way"),
  UPSTREAM_UNAVAILABLE(503, UPSTREAM, "A part of Custard is not available"),

  INTERNAL_ERROR(500, INTERNAL, "Something went wrong on our side"),
  /** What a reader makes of a code that is newer than itself. */
  UNKNOWN(500, INTERNAL, "Something went wrong");

  private final int status;
  private final ErrorKind kind;
  private final String title;

  ErrorCode(int status, ErrorKind kind, String title) {
    this.status = status;
    this.kind = kind;
    this.title = title;
  }

  /** The HTTP status that goes with this code. */
  public int status() {
    return status;
  }

  public ErrorKind kind() {
    return kind;
  }

  /** A short sentence for people, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** The RFC 9457 {@code type}: a stable address that names this kind of problem. */
  public String type() {
    return "https://custard.dev/errors/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether something failed with this code. */
  public boolean isOf(Throwable failure) {
    return failure instanceof CustardException known && known.code() == this;
  }

  /** Reads a wire value; a code this build does not know becomes {@link #UNKNOWN}. */
  public static ErrorCode of(String name) {
    for (ErrorCode code : values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return UNKNOWN;
  }
}
