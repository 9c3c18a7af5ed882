package io.custard.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.smallrye.jwt.runtime.auth.MpJwtValidator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Stands before the verifier of access tokens and remembers what it let through, by the SHA-256 of
 * the token: a signature costs more than the rest of a small request, and a thread of its own. Only
 * a token that passed every check is kept, until it expires and for five minutes at most, so that a
 * signing key that is withdrawn does not live on here.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest> {
  private static final int KEPT = 10_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final MpJwtValidator verifier;
  private final Cache<ByteBuffer, JsonWebToken> verified =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(LONGEST).build();

  VerifiedTokens(MpJwtValidator verifier) {
    this.verifier = verifier;
  }

  /** Asked before the verifier itself. */
  @Override
  public int priority() {
    return verifier.priority() + 1;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    if (!(request.getToken() instanceof JsonWebTokenCredential credential)) {
      return Uni.createFrom().nullItem();
    }
    ByteBuffer key = sha256(credential.getToken());
    JsonWebToken known = verified.getIfPresent(key);
    if (known != null && System.currentTimeMillis() / 1_000 < known.getExpirationTime()) {
      return Uni.createFrom().item(identity(known, credential));
    }
    return verifier
        .authenticate(request, context)
        .invoke(identity -> {
          if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
            verified.put(key, token);
          }
        });
  }

  /** As the verifier makes it, but for what belongs to one request. */
  private static SecurityIdentity identity(JsonWebToken token, JsonWebTokenCredential credential) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(token)
        .addCredential(credential)
        .addRoles(token.getGroups())
        .addAttribute(SecurityIdentity.USER_ATTRIBUTE, token)
        .build();
  }

  private static ByteBuffer sha256(String token) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
