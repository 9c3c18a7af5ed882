package io.custard.query.model;

import java.util.Objects;

/** A model did not answer, or nothing of use. What it sent is in no message. */
public final class ModelFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, in words that end "The model …". */
  public enum Kind {
    /** Worth another call. */
    UNREACHABLE("cannot be reached"),
    LATE("did not answer in time"),
    LIMITED("takes no more requests at the moment"),
    KEY_REFUSED("does not accept its API key"),
    REQUEST_REFUSED("does not accept the request"),
    REFUSED("refused to answer"),
    CUT_OFF("stopped in the middle of its answer"),
    /** Worth another call. */
    MALFORMED("answered with something that is no answer"),
    BUSY("is asked by too many at the moment");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Whether the same call may go better at once. */
    boolean isWorthAnother() {
      return this == UNREACHABLE || this == MALFORMED;
    }
  }

  private final Kind kind;

  public ModelFailure(Kind kind) {
    super("The model " + kind.words);
    this.kind = Objects.requireNonNull(kind);
  }

  ModelFailure(Kind kind, Throwable cause) {
    super("The model " + kind.words, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** One sentence for people. */
  public String sentence(Model model) {
    return "The model %s %s.".formatted(model.name(), kind.words);
  }
}
