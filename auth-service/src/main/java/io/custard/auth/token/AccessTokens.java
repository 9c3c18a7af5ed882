package io.custard.auth.token;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;

/** Issues access tokens: ES256, with the claims that every other service reads. */
@ApplicationScoped
public class AccessTokens {
  /** The {@code iss} claim. */
  static final String ISSUER = "custard";

  /** The {@code aud} claim. */
  static final String AUDIENCE = "custard-api";

  /** The claim with the organisation's id. */
  static final String ORGANISATION = "org";

  private final SigningKeys keys;
  private final PlatformAdmins admins;
  private final TokenConfig config;

  AccessTokens(SigningKeys keys, PlatformAdmins admins, TokenConfig config) {
    this.keys = keys;
    this.admins = admins;
    this.config = config;
  }

  public AccessToken issue(Identity identity) {
    SigningKey key = keys.current();
    String token =
        Jwt.issuer(ISSUER)
            .audience(AUDIENCE)
            .subject(identity.userId().toString())
            .upn(identity.email())
            .groups(admins.groups(identity.email(), identity.role()))
            .claim(ORGANISATION, identity.organisationId().toString())
            .expiresIn(config.lifetime())
            .jws()
            .algorithm(SignatureAlgorithm.ES256)
            .keyId(key.id())
            .sign(key.privateKey());
    return new AccessToken(token, config.lifetime());
  }
}
