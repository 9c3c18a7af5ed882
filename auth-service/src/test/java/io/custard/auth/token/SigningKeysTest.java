package io.custard.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.embedded.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final SigningKey old = SigningKey.generate();
  private final SigningKey next = SigningKey.generate();
  private Instant now = NOW;

  @TempDir Path directory;

  @Test
  void aSingleFileSigns() throws IOException {
    Path file = Files.writeString(directory.resolve("key.json"), old.privateJwk());

    SigningKeys keys = new SigningKeys(file, () -> now);

    assertThat(keys.current().id()).isEqualTo(old.keyId());
    assertThat(keys.publicKeys()).contains(old.keyId()).doesNotContain("\"d\"");
  }

  @Test
  void aKeyAheadOfItsTimeIsPublishedAndSignsWhenItIsThere() throws IOException {
    write("old.json", old.privateJwk());
    write("next.json", signingFrom(next, NOW.plus(Duration.ofMinutes(10))));
    SigningKeys keys = new SigningKeys(directory, () -> now);

    assertThat(keys.current().id()).isEqualTo(old.keyId());
    assertThat(keys.publicKeys()).contains(next.keyId());
    now = NOW.plus(Duration.ofMinutes(10));

    assertThat(keys.current().id()).isEqualTo(next.keyId());
    assertThat(keys.verifying(old.keyId())).isPresent();
  }

  @Test
  void ofKeysOfTheSameMomentTheLastNameSigns() throws IOException {
    write("2026-11-01.json", old.privateJwk());
    write("2026-11-20.json", next.privateJwk());

    assertThat(new SigningKeys(directory, () -> now).current().id()).isEqualTo(next.keyId());
  }

  @Test
  void aKeyWithoutItsPrivatePartOnlyVerifies() throws IOException {
    write("a.json", old.privateJwk());
    write("b.json", next.privateJwk().replaceAll(",\"d\":\"[^\"]*\"", ""));
    SigningKeys keys = new SigningKeys(directory, () -> now);

    assertThat(keys.current().id()).isEqualTo(old.keyId());
    assertThat(keys.verifying(next.keyId())).isPresent();
  }

  @Test
  void aKeyWhoseFileIsGoneVerifiesNoMore() throws IOException {
    write("old.json", old.privateJwk());
    write("p-next.json", next.privateJwk());
    SigningKeys keys = new SigningKeys(directory, () -> now);

    Files.delete(directory.resolve("old.json"));
    keys.reload();

    assertThat(keys.verifying(old.keyId())).isEmpty();
    assertThat(keys.publicKeys()).doesNotContain(old.keyId());
  }

  @Test
  void anUnusableSetLeavesTheKeysAsTheyWere() throws IOException {
    write("old.json", old.privateJwk());
    SigningKeys keys = new SigningKeys(directory, () -> now);

    write("torn.json", "{\"kty\":\"EC\",");
    keys.reload();
    Files.delete(directory.resolve("torn.json"));
    Files.delete(directory.resolve("old.json"));
    keys.reload();

    assertThat(keys.current().id()).isEqualTo(old.keyId());
  }

  @Test
  void noKeyThatMaySignOrTwoOfOneIdStopTheStart() throws IOException {
    assertThatThrownBy(() -> new SigningKeys(directory, () -> now))
        .hasMessageContaining("may sign");
    write("next.json", signingFrom(next, NOW.plusSeconds(1)));
    assertThatThrownBy(() -> new SigningKeys(directory, () -> now))
        .hasMessageContaining("may sign");
    write("old.json", old.privateJwk());
    write("old-again.json", old.privateJwk());
    assertThatThrownBy(() -> new SigningKeys(directory, () -> now))
        .hasMessageContaining("same kid");
  }

  private void write(String name, String key) throws IOException {
    Files.writeString(directory.resolve(name), key);
  }

  private static String signingFrom(SigningKey key, Instant moment) {
    return key.privateJwk().replaceFirst("}$", ",\"nbf\":" + moment.getEpochSecond() + "}");
  }
}
