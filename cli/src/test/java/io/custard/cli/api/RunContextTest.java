package io.custard.cli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunContextTest {
  @TempDir private Path home;

  @Test
  void readsWhatTheLauncherWrote() throws Exception {
    // Given
    write(
        """
        {"url":"http://localhost:8080","email":"demo@custard.dev","password":"secret",
         "connection_id":"c1","added_later":true}
        """);

    // When
    RunContext context = RunContext.read(home);

    // Then
    assertThat(context)
        .isEqualTo(
            new RunContext(
                URI.create("http://localhost:8080"), "demo@custard.dev", "secret", "c1"));
    assertThat(context.toString()).doesNotContain("secret");
  }

  @Test
  void saysHowToStartWhenThereIsNoFile() {
    assertThatThrownBy(() -> RunContext.read(home))
        .isInstanceOf(NotRunningException.class)
        .hasMessageContaining("./custard up");
  }

  @Test
  void keepsThePasswordOutOfTheMessageWhenTheFileIsBroken() throws Exception {
    // Given
    write("{\"password\":\"secret\",\"url\":[}");

    // When / Then
    assertThatThrownBy(() -> RunContext.read(home))
        .isInstanceOf(NotRunningException.class)
        .hasMessageContaining("./custard up")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesFileWithoutConnection() throws Exception {
    // Given
    write("{\"url\":\"http://localhost:8080\",\"email\":\"a\",\"password\":\"b\"}");

    // When / Then
    assertThatThrownBy(() -> RunContext.read(home)).isInstanceOf(NotRunningException.class);
  }

  private void write(String json) throws IOException {
    Path file = RunContext.file(home);
    Files.createDirectories(file.getParent());
    Files.writeString(file, json);
  }
}
