package io.custard.agent.policy;

import java.io.Serial;

/** The policy file cannot be used; the message says where and what to write. */
public final class InvalidPolicy extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  InvalidPolicy(String message) {
    super(message);
  }

  /** At a line of the file, counted from 1. */
  static InvalidPolicy at(int line, String sentence) {
    return new InvalidPolicy("Policy line " + line + ": " + sentence);
  }
}
