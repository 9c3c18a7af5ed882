package io.custard.launcher.running;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.custard.launcher.home.Home;
import io.custard.launcher.home.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads and writes the {@link RunState} of a checkout. */
public final class StateFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;

  public StateFile(Home home) {
    this.file = home.run("state.json");
  }

  /** Empty when there is none, or none that can be read. */
  public Optional<RunState> read() {
    try {
      return Optional.of(MAPPER.readValue(Files.readAllBytes(file), RunState.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  public synchronized void write(RunState state) {
    try {
      PrivateFiles.write(file, MAPPER.writeValueAsString(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes what is written; does nothing when nothing is. */
  public synchronized void update(UnaryOperator<RunState> change) {
    read().map(change).ifPresent(this::write);
  }

  public synchronized void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not delete " + file, e);
    }
  }
}
