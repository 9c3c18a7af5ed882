package io.custard.launcher.command;

import io.custard.launcher.seed.DatabaseUrl;
import java.util.List;
import java.util.Optional;

/** What the launcher was asked to do. */
public sealed interface Invocation {

  /** Starts the stack in the background. */
  record Up(Optional<DatabaseUrl> database, int gateways) implements Invocation {}

  /** The background process of {@link Up}; its database comes through the environment. */
  record Serve(int gateways) implements Invocation {}

  /** Stops the stack. */
  record Down() implements Invocation {}

  /** Says what runs. */
  record Status(boolean json) implements Invocation {}

  /** Says how to use it. */
  record Help() implements Invocation {}

  /**
   * Starts the stack and asks.
   *
   * @param exit whether it ends after the answers
   * @param json whether standard output holds only one line for each question
   * @param asks instead of the samples; empty: the samples
   */
  record Demo(
      boolean exit, boolean json, Optional<DatabaseUrl> database, int gateways, List<String> asks)
      implements Invocation {
    public Demo {
      asks = List.copyOf(asks);
    }
  }
}
