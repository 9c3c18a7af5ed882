package io.custard.query.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealSecretsTest {
  private static final String OLD = key(1);
  private static final String NEW = key(2);

  @Test
  void whatIsSealedOpensForTheSamePurposeOnly() {
    SealSecrets secrets = secrets(Map.of("old", OLD), "old");

    Sealed sealed = secrets.seal("sk-1", "organisation 1");

    assertThat(new String(sealed.ciphertext(), StandardCharsets.ISO_8859_1)).doesNotContain("sk-1");
    assertThat(secrets.open(sealed, "organisation 1")).hasValue("sk-1");
    assertThat(secrets.open(sealed, "organisation 2")).isEmpty();
  }

  @Test
  void theSameSecretIsNeverSealedTheSameWay() {
    SealSecrets secrets = secrets(Map.of("old", OLD), "old");

    assertThat(secrets.seal("sk-1", "x").ciphertext())
        .isNotEqualTo(secrets.seal("sk-1", "x").ciphertext());
  }

  @Test
  void aChangedByteOpensNothing() {
    SealSecrets secrets = secrets(Map.of("old", OLD), "old");
    Sealed sealed = secrets.seal("sk-1", "x");
    sealed.ciphertext()[0] ^= 1;

    assertThat(secrets.open(sealed, "x")).isEmpty();
  }

  @Test
  void anOldKeyStillOpensAndTheCurrentOneSeals() {
    Sealed before = secrets(Map.of("old", OLD), "old").seal("sk-1", "x");
    SealSecrets rotated = secrets(Map.of("old", OLD, "new", NEW), "new");

    assertThat(rotated.open(before, "x")).hasValue("sk-1");
    assertThat(rotated.seal("sk-1", "x").keyId()).isEqualTo("new");
    assertThat(secrets(Map.of("new", NEW), "new").open(before, "x")).isEmpty();
  }

  @Test
  void withoutACurrentKeyNothingIsSealed() {
    assertThat(secrets(Map.of(), null).canSeal()).isFalse();
  }

  @Test
  void aWrongSettingStopsTheStart() {
    assertThatThrownBy(() -> secrets(Map.of("old", OLD), "other")).hasMessageContaining("other");
    assertThatThrownBy(() -> secrets(Map.of("old", "c2hvcnQ="), "old"))
        .hasMessageContaining("5 bytes");
    assertThatThrownBy(() -> secrets(Map.of("old", "§"), "old")).hasMessageContaining("base64");
  }

  private static String key(int filled) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, (byte) filled);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static SealSecrets secrets(Map<String, String> keys, String current) {
    return new SealSecrets(
        new SecretConfig() {
          @Override
          public Map<String, String> keys() {
            return keys;
          }

          @Override
          public Optional<String> current() {
            return Optional.ofNullable(current);
          }
        });
  }
}
