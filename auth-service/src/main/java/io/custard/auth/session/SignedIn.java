package io.custard.auth.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.custard.access.Role;
import io.custard.auth.member.Membership;
import io.custard.auth.token.AccessToken;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is logged in. A browser gets its tokens as cookies, so they are not in its answer.
 *
 * @param expiresIn seconds from now
 * @param refreshExpiresIn seconds from now, unless it is used before
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignedIn(
    UserView user,
    OrganisationView organisation,
    Role role,
    @Nullable String accessToken,
    @Nullable String tokenType,
    long expiresIn,
    @Nullable String refreshToken,
    long refreshExpiresIn,
    @JsonIgnore @Nullable Cookies cookies) {

  /** A person. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UserView(UserId id, String email, @Nullable String name) {}

  /** An organisation. */
  public record OrganisationView(OrganisationId id, String name) {}

  /** What goes into a browser's cookies. */
  record Cookies(String access, String refresh, String csrf) {
    @Override
    public String toString() {
      return "Cookies[…]";
    }
  }

  static SignedIn of(Membership place, LogInSession session, Tokens tokens) {
    boolean browser = session.isBrowser();
    return new SignedIn(
        new UserView(place.userId(), place.user().email(), place.user().name()),
        new OrganisationView(place.organisationId(), place.organisation().name()),
        place.role(),
        browser ? null : tokens.access().value(),
        browser ? null : "Bearer",
        tokens.access().lifetime().toSeconds(),
        browser ? null : tokens.refresh(),
        tokens.refreshSeconds(),
        browser
            ? new Cookies(
                tokens.access().value(), tokens.refresh(), Objects.requireNonNull(session.csrf))
            : null);
  }

  /** Both tokens of a session as they are handed out. */
  record Tokens(AccessToken access, String refresh, long refreshSeconds) {
    @Override
    public String toString() {
      return "Tokens[…]";
    }
  }

  @Override
  public String toString() {
    return "SignedIn[" + user.id() + "]";
  }
}
