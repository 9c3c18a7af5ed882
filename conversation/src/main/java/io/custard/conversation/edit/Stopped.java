package io.custard.conversation.edit;

import io.custard.conversation.Rewritten;
import io.custard.conversation.Rewritten.Reason;
import io.custard.conversation.change.Clarification;
import java.io.Serial;

/** A change that cannot be made, or not before something is asked. */
public final class Stopped extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Rewritten outcome;

  private Stopped(Rewritten outcome) {
    super("", null, false, false);
    this.outcome = outcome;
  }

  static Stopped refused(Reason reason, String message) {
    return new Stopped(new Rewritten.Refused(reason, message));
  }

  static Stopped unclear(Clarification clarification) {
    return new Stopped(new Rewritten.Unclear(clarification));
  }

  public Rewritten outcome() {
    return outcome;
  }
}
