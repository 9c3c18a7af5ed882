package io.custard.access.token;

import io.custard.access.Caller;
import io.custard.access.Role;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a verified access token says; one that says too little is {@code AUTH_TOKEN_INVALID}.
 *
 * @param csrf null: it is not for a browser
 */
record Claims(
    UserId user,
    OrganisationId organisation,
    Role role,
    String email,
    boolean platformAdmin,
    Caller.Session session,
    Instant until,
    @Nullable String csrf) {
  /** The group of those who look after the whole installation. */
  private static final String PLATFORM_ADMIN = "platform-admin";

  static Claims of(JsonWebToken token) {
    try {
      return new Claims(
          UserId.fromString(text(token, "sub")),
          OrganisationId.fromString(text(token, "org")),
          role(token),
          text(token, "upn"),
          token.getGroups().contains(PLATFORM_ADMIN),
          new Caller.Session(
              UUID.fromString(text(token, "sid")), Instant.ofEpochSecond(token.getIssuedAtTime())),
          Instant.ofEpochSecond(token.getExpirationTime()),
          token.getClaim("csrf"));
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      throw new CustardException(
          ErrorCode.AUTH_TOKEN_INVALID, "The token is not one of a log-in; log in again.", e);
    }
  }

  Caller caller(Role known, @Nullable String address) {
    return new Caller(user, organisation, known, email, platformAdmin, session, until, address);
  }

  private static String text(JsonWebToken token, String claim) {
    return Objects.requireNonNull(token.<String>getClaim(claim));
  }

  /** Of several the least. */
  private static Role role(JsonWebToken token) {
    return token.getGroups().stream()
        .flatMap(group -> Role.of(group).stream())
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalArgumentException("no role"));
  }
}
