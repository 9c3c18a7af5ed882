package io.custard.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.DatabaseAddress.TlsMode;
import io.custard.protocol.agent.AgentKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static final String ID = "0f6f3b0e-7d7d-4b69-8a8e-3f2f5b1d0001";
  private static final String KEY = AgentKey.draw().reveal();
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "CUSTARD_GATEWAY",
          "http://localhost:8080",
          "CONNECTION_ID",
          ID,
          "CUSTARD_KEY",
          KEY,
          "DB_URL",
          "postgresql://ann:pa%40ss@db:5433/shop");

  @Test
  void readsTheEnvironment() throws InvalidSettings {
    AgentSettings settings = read(Map.of());

    assertThat(settings.gateway()).hasToString("ws://localhost:8080/api/v1/connections/ws/" + ID);
    assertThat(settings.connectionId()).isEqualTo(ID);
    assertThat(settings.key().reveal()).isEqualTo(KEY);
    assertThat(settings.database())
        .isEqualTo(new DatabaseAddress("db", 5433, "shop", "ann", "pa@ss", TlsMode.PREFER));
  }

  @Test
  void flagsWinOverTheEnvironment() throws InvalidSettings {
    AgentSettings settings =
        SettingsReader.read(
            Given.of(
                ENVIRONMENT,
                List.of("--gateway=https://custard.dev/", "--db-url", "postgres://b@h/n")));

    assertThat(settings.gateway().toString())
        .startsWith("wss://custard.dev/api/v1/connections/ws/");
    assertThat(settings.database())
        .isEqualTo(new DatabaseAddress("h", 5432, "n", "b", "", TlsMode.PREFER));
  }

  @ParameterizedTest
  @CsvSource({
    "ws://h:1/api/v1/connections/ws/" + ID + ", ws://h:1/api/v1/connections/ws/" + ID,
    "ws://h/prefix/api/v1/connections/ws/, ws://h/prefix/api/v1/connections/ws/" + ID,
    "wss://h/prefix/, wss://h/prefix/api/v1/connections/ws/" + ID,
  })
  void gatewayMayBeWholeOrABase(String given, String dialled) throws InvalidSettings {
    assertThat(read(Map.of("CUSTARD_GATEWAY", given)).gateway()).hasToString(dialled);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://ann:a:b@c@db/shop, a:b@c",
    "postgresql://ann:pa$$w{rd}@db/shop, pa$$w{rd}",
    "postgresql://ann:50%+x@db/shop, 50%+x",
    "postgresql://ann@db/shop, from-variable",
  })
  void passwordsArriveAsTheyAre(String url, String password) throws InvalidSettings {
    assertThat(read(Map.of("DB_URL", url, "DB_PASSWORD", "from-variable")).database().password())
        .isEqualTo(password);
  }

  @Test
  void theSchemePicksTheEngine() throws InvalidSettings {
    assertThat(read(Map.of("DB_URL", "Postgres://a@db/shop")).engine().schemes())
        .contains("postgresql");
  }

  @Test
  void aDatabaseInPartsIsPostgresqlUnlessNamed() {
    Map<String, String> parts =
        Map.of(
            "DB_URL", "", "DB_HOST", "db", "DB_NAME", "shop", "DB_USER", "ann", "DB_ENGINE", "x");

    assertThatThrownBy(() -> read(parts)).hasMessageContaining("DB_ENGINE names no kind");
  }

  @ParameterizedTest
  @CsvSource({
    "CUSTARD_GATEWAY, '', Set CUSTARD_GATEWAY",
    "CUSTARD_GATEWAY, ftp://x, must begin with",
    "CUSTARD_GATEWAY, localhost:8080, is not an address",
    "CONNECTION_ID, nonsense, is not a connection's id",
    "CUSTARD_KEY, '', Set CUSTARD_KEY",
    "CUSTARD_KEY, sesame, does not have the form",
    "DB_URL, postgresql://sesame, DB_URL cannot be read",
    "DB_URL, sesame://a@db/shop, it knows ",
    "DB_URL, sesame, it knows ",
    "DB_URL, '', Set DB_HOST",
    "DB_URL, postgresql://db/shop, Set DB_USER",
    "DB_URL, postgresql://sesame@db:70000/shop, from 1 to 65535",
    "DB_URL, postgresql://a@db/shop?sslmode=verify-full, sslmode",
  })
  void wrongSettingsAreSentencesWithoutSecrets(String name, String value, String sentence) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("sesame")
        .hasMessageNotContaining("pa@ss");
  }

  @Test
  void unknownFlagsAreNotRepeated() {
    assertThatThrownBy(() -> Given.of(ENVIRONMENT, List.of("--pasword=sesame")))
        .hasMessageContaining("Argument 1 is not known")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void nothingPrintsSecrets() throws InvalidSettings {
    assertThat(read(Map.of()).toString()).doesNotContain("pa@ss").doesNotContain(KEY);
  }

  private static AgentSettings read(Map<String, String> changed) throws InvalidSettings {
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.putAll(changed);
    return SettingsReader.read(Given.of(environment, List.of()));
  }
}
