package io.custard.launcher.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.custard.cli.api.Json;
import io.custard.cli.api.RunContext;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Tells {@code ./custard ask} and {@code sql} where the running stack is and how to log in. */
public final class ContextFile {
  private ContextFile() {}

  public static void write(Home home, RunContext context) {
    try {
      PrivateFiles.write(RunContext.file(home.root()), Json.MAPPER.writeValueAsString(context));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a context is always writable", e);
    }
  }

  public static void delete(Home home) {
    try {
      Files.deleteIfExists(RunContext.file(home.root()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
