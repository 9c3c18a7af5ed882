package io.custard.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestingTokensTest {
  private static final UUID USER = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID ORGANISATION = UUID.fromString("00000000-0000-0000-0000-000000000002");

  @Test
  void tokenCarriesTheClaimsOfTheContract() {
    String token = TestingTokens.owner(USER, ORGANISATION);

    assertThat(claims(token))
        .contains("\"iss\":\"custard\"", "\"aud\":\"custard-api\"", "\"groups\":[\"owner\"]")
        .contains("\"sub\":\"" + USER + "\"", "\"org\":\"" + ORGANISATION + "\"");
    assertThat(isSignedByOurKey(token)).isTrue();
  }

  @Test
  void anotherKeyDoesNotVerify() {
    assertThat(isSignedByOurKey(TestingTokens.otherKey(USER, ORGANISATION))).isFalse();
  }

  private static String claims(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  private static boolean isSignedByOurKey(String token) {
    PublicKey key = SharedServers.signingKeyPair().getPublic();
    int end = token.lastIndexOf('.');
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(key);
      signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
