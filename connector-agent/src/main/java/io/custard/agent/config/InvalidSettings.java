package io.custard.agent.config;

import java.io.Serial;

/** The agent cannot start with these settings; the message is a sentence that says what to set. */
public final class InvalidSettings extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  public InvalidSettings(String sentence) {
    super(sentence);
  }
}
