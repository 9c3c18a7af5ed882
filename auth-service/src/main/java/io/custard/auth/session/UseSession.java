package io.custard.auth.session;

import io.custard.auth.ratelimit.Action;
import io.custard.auth.ratelimit.Limits;
import io.custard.auth.ratelimit.Visitor;
import io.custard.auth.session.RefreshSession.Refused;
import io.custard.auth.session.RefreshSession.Rotated;
import io.custard.auth.token.OpaqueTokens;
import io.custard.outbox.Outbox;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Takes the token of a session from the body or the cookies, and refreshes or ends the session. */
@ApplicationScoped
class UseSession {
  private final RefreshSession refresh;
  private final LogOut logOut;
  private final Limits limits;
  private final Outbox outbox;

  UseSession(RefreshSession refresh, LogOut logOut, Limits limits, Outbox outbox) {
    this.refresh = refresh;
    this.logOut = logOut;
    this.limits = limits;
    this.outbox = outbox;
  }

  Uni<SignedIn> refresh(@Nullable String inBody, Visitor visitor) {
    String token = inBody == null ? visitor.cookie(SessionCookies.REFRESH) : inBody;
    if (token == null) {
      throw new CustardException(
          ErrorCode.AUTH_REFRESH_INVALID, "Send the refresh token that a log-in gave.");
    }
    return limits
        .take(Action.REFRESH, visitor.address(), OpaqueTokens.sha256(token))
        .chain(() -> refresh.refresh(token, inBody == null, visitor))
        .invoke(outbox::kick)
        .map(UseSession::signedIn);
  }

  /** By the refresh token, else by the access token; neither needs to be good any more. */
  Uni<Void> logOut(@Nullable String inBody, Visitor visitor) {
    String cookie = inBody == null ? visitor.cookie(SessionCookies.REFRESH) : null;
    String refreshToken = inBody == null ? cookie : inBody;
    if (refreshToken != null) {
      return logOut.byRefreshToken(refreshToken, cookie != null, visitor).invoke(outbox::kick);
    }
    String bearer = visitor.bearer();
    if (bearer != null) {
      return logOut.byAccessToken(bearer, visitor).invoke(outbox::kick);
    }
    throw new CustardException(ErrorCode.AUTH_REQUIRED, "Send a token of the log-in to end.");
  }

  private static SignedIn signedIn(RefreshSession.Outcome outcome) {
    return switch (outcome) {
      case Rotated rotated -> rotated.signedIn();
      case Refused refused -> throw refused.failure();
    };
  }
}
