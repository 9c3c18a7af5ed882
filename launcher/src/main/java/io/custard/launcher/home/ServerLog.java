package io.custard.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** The log of what runs inside the launcher: Kafka, the edge, the mail sink, the libraries. */
public final class ServerLog {
  private static final int BYTES = 5_000_000;

  private ServerLog() {}

  /** Sends all log records of this JVM to the file, which is bounded. */
  public static void writeTo(Path file) {
    try {
      Files.createDirectories(PrivateFiles.directoryOf(file));
      LogManager.getLogManager().reset();
      System.setProperty(
          "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
      Handler handler = new FileHandler(file.toString(), BYTES, 1, true);
      handler.setFormatter(new SimpleFormatter());
      Logger root = Logger.getLogger("");
      root.addHandler(handler);
      root.setLevel(Level.WARNING);
      // Once, before many threads ask for it at the same time.
      LoggerFactory.getILoggerFactory();
    } catch (IOException e) {
      throw new LauncherException("The log " + file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
