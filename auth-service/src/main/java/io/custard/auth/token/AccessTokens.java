package io.custard.auth.token;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Issues access tokens: ES256, with the claims that every other service reads. */
@ApplicationScoped
public class AccessTokens {
  /** The {@code iss} claim. */
  static final String ISSUER = "custard";

  /** The {@code aud} claim. */
  static final String AUDIENCE = "custard-api";

  /** The claim with the organisation's id. */
  static final String ORGANISATION = "org";

  /** The claim with the log-in's id. */
  static final String SESSION = "sid";

  /** The claim that a browser's requests must repeat in a header. */
  static final String CSRF = "csrf";

  private final SigningKeys keys;
  private final TokenConfig config;
  private final PlatformAdmins admins;
  private final JWTParser parser;

  AccessTokens(SigningKeys keys, TokenConfig config, PlatformAdmins admins, JWTParser parser) {
    this.parser = parser;
    this.keys = keys;
    this.config = config;
    this.admins = admins;
  }

  /** How long a token is good for. */
  public Duration lifetime() {
    return config.lifetime();
  }

  public AccessToken issue(Identity identity) {
    SigningKey key = keys.current();
    Instant issuedAt = issuedAt(identity);
    JwtClaimsBuilder claims =
        Jwt.issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(identity.userId().toString())
            .upn(identity.email())
            .groups(admins.groups(identity.email(), identity.role()))
            .claim(ORGANISATION, identity.organisationId().toString())
            .claim(SESSION, identity.session().id().toString())
            .issuedAt(issuedAt)
            .expiresAt(issuedAt.plus(config.lifetime()));
    String csrf = identity.session().csrf();
    if (csrf != null) {
      claims.claim(CSRF, csrf);
    }
    String token =
        claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(key.id()).sign(key.privateKey());
    return new AccessToken(token, config.lifetime());
  }

  /** The session of a token of ours that has not expired; fails with AUTH_TOKEN_INVALID. */
  public UUID session(String token) {
    try {
      Object session = parser.parse(token).getClaim(SESSION);
      return UUID.fromString(String.valueOf(session));
    } catch (ParseException | IllegalArgumentException e) {
      throw new CustardException(
          ErrorCode.AUTH_TOKEN_INVALID, "The token is expired or not ours.", e);
    }
  }

  /** Not before the second from which tokens of this person are taken again. */
  private static Instant issuedAt(Identity identity) {
    long now = Instant.now().getEpochSecond();
    return Instant.ofEpochSecond(Math.max(now, identity.session().notBefore()));
  }
}
