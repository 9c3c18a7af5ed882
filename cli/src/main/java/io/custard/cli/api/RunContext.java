package io.custard.cli.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the running stack is and how to log in to it: {@code .custard/run/context.json}, written by
 * the launcher and readable by its owner only.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record RunContext(URI url, String email, String password, String connectionId) {

  public RunContext {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(connectionId, "connection_id");
  }

  /** The file under this checkout. */
  public static Path file(Path home) {
    return home.resolve(".custard").resolve("run").resolve("context.json");
  }

  /**
   * Reads the file of this checkout.
   *
   * @throws NotRunningException when it is missing or not readable as such a file
   */
  public static RunContext read(Path home) throws NotRunningException {
    Path file = file(home);
    if (!Files.exists(file)) {
      throw new NotRunningException("Nothing is running. Start the stack first: ./custard up");
    }
    try {
      return Json.MAPPER.readValue(Files.readAllBytes(file), RunContext.class);
    } catch (IOException e) {
      // The cause may quote the password.
      throw new NotRunningException(
          file + " cannot be read. Restart the stack: ./custard down, then ./custard up");
    }
  }

  @Override
  public String toString() {
    return "RunContext[url=" + url + ", connectionId=" + connectionId + "]";
  }
}
