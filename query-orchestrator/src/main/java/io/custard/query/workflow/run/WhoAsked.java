package io.custard.query.workflow.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.access.Scope;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A caller as they are kept with what they asked, so that another process can go on for them.
 *
 * @param session of their log-in; null with an API token
 * @param token the public part of an API token; null with a log-in
 * @param until when what they showed ends; milliseconds since the epoch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhoAsked(
    Role role,
    String email,
    @Nullable UUID session,
    @Nullable String token,
    @Nullable Set<Scope> scopes,
    long until,
    @Nullable String address) {

  static WhoAsked of(Caller caller) {
    return new WhoAsked(
        caller.role(),
        caller.email(),
        caller.sessionId(),
        caller.tokenId(),
        caller.credential() instanceof Caller.ApiToken token ? token.scopes() : null,
        caller.until().toEpochMilli(),
        caller.address());
  }

  Caller caller(OrganisationId organisation, UserId user) {
    Caller.Credential credential =
        token == null
            ? new Caller.Session(Objects.requireNonNull(session), Instant.EPOCH)
            : new Caller.ApiToken(token, Objects.requireNonNullElse(scopes, Set.of()));
    return new Caller(
        user, organisation, role, email, false, credential, Instant.ofEpochMilli(until), address);
  }
}
