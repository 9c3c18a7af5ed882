package io.custard.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.embedded.SigningKey;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation as {@code docs/signing-keys.md} has it, for this service and for the others. */
class SigningKeyRotationTest {
  @TempDir Path directory;
  private SigningKeys keys;

  @BeforeEach
  void oneKey() throws Exception {
    Files.writeString(directory.resolve("1.json"), SigningKey.generate().privateJwk());
    keys = new SigningKeys(directory, Clock.systemUTC());
  }

  @Test
  void aTokenOfTheOldKeyPassesWhileItIsPublishedAndFailsAfter() throws Exception {
    String before = signed();
    Files.writeString(directory.resolve("2.json"), SigningKey.generate().privateJwk());
    keys.reload();
    String after = signed();

    assertThat(passesHere(before)).isTrue();
    assertThat(passesHere(after)).isTrue();
    assertThat(passesElsewhere(before)).isTrue();
    assertThat(passesElsewhere(after)).isTrue();

    Files.delete(directory.resolve("1.json"));
    keys.reload();

    assertThat(passesHere(before)).isFalse();
    assertThat(passesHere(after)).isTrue();
    assertThat(passesElsewhere(before)).isFalse();
    assertThat(passesElsewhere(after)).isTrue();
  }

  @Test
  void aTokenThatNamesNoKeyIsRefused() {
    String nameless =
        Jwt.issuer("custard")
            .audience("custard-api")
            .subject("somebody")
            .expiresIn(Duration.ofMinutes(5))
            .jws()
            .algorithm(SignatureAlgorithm.ES256)
            .sign(keys.current().privateKey());

    assertThatThrownBy(() -> new OwnKeys(keys).parse(nameless, rules()))
        .isInstanceOf(ParseException.class);
  }

  private String signed() {
    return Jwt.issuer("custard")
        .audience("custard-api")
        .subject("somebody")
        .expiresIn(Duration.ofMinutes(5))
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .keyId(keys.current().id())
        .sign(keys.current().privateKey());
  }

  private boolean passesHere(String token) {
    try {
      return new OwnKeys(keys).parse(token, rules()).getSubject().equals("somebody");
    } catch (ParseException e) {
      return false;
    }
  }

  /** By the published set alone. */
  private boolean passesElsewhere(String token) throws JoseException {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(
                new JwksVerificationKeyResolver(
                    new JsonWebKeySet(keys.publicKeys()).getJsonWebKeys()))
            .setExpectedAudience("custard-api")
            .build();
    try {
      return consumer.processToClaims(token) != null;
    } catch (InvalidJwtException e) {
      return false;
    }
  }

  private static JWTAuthContextInfo rules() {
    JWTAuthContextInfo rules = new JWTAuthContextInfo();
    rules.setIssuedBy("custard");
    rules.setExpectedAudience(Set.of("custard-api"));
    rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    return rules;
  }
}
