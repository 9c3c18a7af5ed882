package io.custard.auth.provider;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies id tokens: signed by a key of the provider with an algorithm that needs its private
 * part, of this issuer, for us alone, for this log-in, made just now and not expired.
 */
@ApplicationScoped
class IdTokens {
  private static final int SKEW_SECONDS = 60;
  private static final int OLDEST_SECONDS = 600;
  private static final int LONGEST_SUBJECT = 255;

  /** None that a shared secret or nobody at all signs with. */
  private static final AlgorithmConstraints SIGNATURES =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.EDDSA);

  private final ProviderKeys keys;

  IdTokens(ProviderKeys keys) {
    this.keys = keys;
  }

  /** Fails with {@link ProviderFailure}. */
  Uni<JwtClaims> verified(Provider provider, Metadata metadata, String token, String nonce) {
    return keys.of(metadata)
        .map(known -> consumed(provider, known, token))
        .onFailure(IdTokens::isUnknownKey)
        .recoverWithUni(() -> keys.again(metadata).map(fresh -> consumed(provider, fresh, token)))
        .onFailure(UnknownKey.class)
        .transform(unknown -> new ProviderFailure("the id token is signed by no key of theirs"))
        .invoke(claims -> requireForThis(provider, claims, nonce));
  }

  private static final class UnknownKey extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static boolean isUnknownKey(Throwable failure) {
    return failure instanceof UnknownKey;
  }

  private static JwtClaims consumed(Provider provider, List<JsonWebKey> known, String token) {
    try {
      return consumer(provider, known).processToClaims(token);
    } catch (InvalidJwtException e) {
      if (e.getCause() instanceof UnresolvableKeyException) {
        throw new UnknownKey();
      }
      // not the cause: it quotes the token
      throw new ProviderFailure(
          "the id token is refused: "
              + e.getErrorDetails().stream()
                  .map(detail -> Integer.toString(detail.getErrorCode()))
                  .toList());
    }
  }

  private static JwtConsumer consumer(Provider provider, List<JsonWebKey> known) {
    JwksVerificationKeyResolver resolver = new JwksVerificationKeyResolver(known);
    resolver.setDisambiguateWithVerifySignature(true);
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(resolver)
        .setJwsAlgorithmConstraints(SIGNATURES)
        .setExpectedIssuer(provider.issuer())
        .setExpectedAudience(true, provider.clientId())
        .setRequireSubject()
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .build();
  }

  private static void requireForThis(Provider provider, JwtClaims claims, String nonce) {
    try {
      String authorised = claims.getStringClaimValue("azp");
      boolean alone = claims.getAudience().size() == 1;
      if (authorised == null ? !alone : !authorised.equals(provider.clientId())) {
        throw new ProviderFailure("the id token is for another client too");
      }
      String said = claims.getStringClaimValue("nonce");
      if (said == null || !MessageDigest.isEqual(bytes(said), bytes(nonce))) {
        throw new ProviderFailure("the id token is of another log-in");
      }
      String subject = claims.getSubject();
      if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
        throw new ProviderFailure("the id token names nobody");
      }
    } catch (MalformedClaimException e) {
      throw new ProviderFailure("the id token has claims of the wrong type");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
