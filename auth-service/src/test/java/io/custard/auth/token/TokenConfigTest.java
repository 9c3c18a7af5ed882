package io.custard.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenConfigTest {
  @TempDir Path directory;

  @Test
  void tokensLiveForTenMinutesUnlessSaid() {
    assertThat(config(Map.of()).lifetime()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config(Map.of("custard.auth.token.lifetime", "5m")).lifetime())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void missingKeyFileStopsTheStart() {
    assertThatThrownBy(() -> new SigningKeys(config(Map.of())))
        .hasMessageContaining("cannot read the signing key");
  }

  @Test
  void unusableKeyFileStopsTheStartWithoutQuotingIt() throws Exception {
    Files.writeString(directory.resolve("key.json"), "{\"kty\":\"EC\",\"d\":\"secret\"}");

    assertThatThrownBy(() -> new SigningKeys(config(Map.of())))
        .hasMessageContaining("not a")
        .hasMessageNotContaining("secret");
  }

  private TokenConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(TokenConfig.class)
        .withDefaultValue(
            "custard.auth.token.signing-key-file", directory.resolve("key.json").toString())
        .withDefaultValues(values)
        .build()
        .getConfigMapping(TokenConfig.class);
  }
}
