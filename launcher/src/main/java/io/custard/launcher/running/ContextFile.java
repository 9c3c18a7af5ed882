package io.custard.launcher.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.custard.cli.api.Json;
import io.custard.cli.api.RunContext;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Tells {@code ./custard ask} and {@code sql} where the running stack is and how to log in. */
public final class ContextFile {
  private ContextFile() {}

  public static void write(Home home, RunContext context) {
    try {
      PrivateFiles.write(file(home), Json.MAPPER.writeValueAsString(context));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a context is always writable", e);
    }
  }

  /** Empty when nothing runs. */
  public static Optional<RunContext> read(Home home) {
    try {
      return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file(home)), RunContext.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public static void delete(Home home) {
    try {
      Files.deleteIfExists(file(home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Home home) {
    return home.run("context.json");
  }
}
