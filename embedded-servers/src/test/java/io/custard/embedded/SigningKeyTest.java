package io.custard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  private final SigningKey key = SigningKey.generate();

  @RepeatedTest(20)
  void coordinatesHaveTheFullWidth() throws Exception {
    JsonNode jwk = new ObjectMapper().readTree(key.privateJwk());

    for (String member : new String[] {"x", "y", "d"}) {
      assertThat(Base64.getUrlDecoder().decode(jwk.get(member).textValue())).hasSize(32);
    }
  }

  @Test
  void keySetHoldsNoPrivatePart() throws Exception {
    JsonNode published = new ObjectMapper().readTree(key.publicKeySet()).get("keys").get(0);

    assertThat(published.has("d")).isFalse();
    assertThat(published.get("kid").textValue()).isEqualTo(key.keyId());
  }
}
