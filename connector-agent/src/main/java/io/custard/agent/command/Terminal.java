package io.custard.agent.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where answers go: the log is no place for them. */
public final class Terminal {
  private Terminal() {}

  /** The standard output, in UTF-8 whatever the locale says. */
  public static PrintStream out() {
    return stream(FileDescriptor.out);
  }

  /** For what went wrong before there is a log. */
  public static PrintStream err() {
    return stream(FileDescriptor.err);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
