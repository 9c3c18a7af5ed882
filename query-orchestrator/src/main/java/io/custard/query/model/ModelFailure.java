package io.custard.query.model;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.query.budget.usage.Tokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A model did not answer, or nothing of use, or was not asked at all. What it sent is in no
 * message.
 */
public final class ModelFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String INSTEAD = " Ask again, choose another model, or say it more simply.";

  /** What went wrong, in words that end "The model …". */
  public enum Kind {
    /** Worth another call. */
    UNREACHABLE("cannot be reached", false),
    /** Worth another call. */
    BROKEN_OFF("broke off before it had answered", true),
    LATE("did not answer in time", true),
    LIMITED("takes no more requests at the moment", false),
    KEY_REFUSED("does not accept its API key", false),
    REQUEST_REFUSED("does not accept the request", false),
    REFUSED("refused to answer", true),
    CUT_OFF("stopped in the middle of its answer", true),
    /** Worth another call. */
    MALFORMED("answered with something that is no answer", true),
    BUSY("is asked by too many at the moment", false),
    /** It failed so often that it is asked again only when a probe succeeds. */
    AWAY("has not answered for a while and is not asked until it does", false),
    ADDRESS_REFUSED("is at an address that may not be called", false),
    BUDGET_SPENT("is not asked", false),
    UNCOUNTED("is not asked", false);

    private final String words;
    private final boolean takesTokens;

    Kind(String words, boolean takesTokens) {
      this.words = words;
      this.takesTokens = takesTokens;
    }

    /** Whether the same call may go better at once. */
    boolean isWorthAnother() {
      return this == UNREACHABLE || this == BROKEN_OFF || this == MALFORMED;
    }
  }

  private final Kind kind;
  private final @Nullable String detail;
  private final int retryAfterSeconds;
  private final long asked;
  private final long answered;

  public ModelFailure(Kind kind) {
    this(kind, null, null);
  }

  ModelFailure(Kind kind, Throwable cause) {
    this(kind, cause, null);
  }

  /** With what its endpoint says it took nevertheless. */
  ModelFailure(Kind kind, Tokens used) {
    this(kind, null, used);
  }

  private ModelFailure(Kind kind, @Nullable Throwable cause, @Nullable Tokens used) {
    super("The model " + kind.words, cause);
    this.kind = Objects.requireNonNull(kind);
    CustardException coded = cause instanceof CustardException known ? known : null;
    this.detail = coded == null ? null : coded.detail();
    this.retryAfterSeconds = coded == null ? 0 : coded.retryAfterSeconds();
    this.asked = used == null ? 0 : used.prompt();
    this.answered = used == null ? 0 : used.answer();
  }

  /** No tokens were set aside for it. */
  static ModelFailure withoutTokens(Throwable refusal) {
    return new ModelFailure(
        ErrorCode.QUERY_BUDGET_SPENT.isOf(refusal) ? Kind.BUDGET_SPENT : Kind.UNCOUNTED, refusal);
  }

  public Kind kind() {
    return kind;
  }

  /** One sentence for people, or two. */
  public String sentence(Model model) {
    String sentence = "The model %s %s.".formatted(model.name(), kind.words);
    return detail == null ? sentence : sentence + " " + detail;
  }

  /** What the one who asked is told where nothing else answers. */
  public CustardException refusal(Model model) {
    return kind == Kind.BUDGET_SPENT
        ? new CustardException(ErrorCode.QUERY_BUDGET_SPENT, sentence(model))
            .retryAfter(retryAfterSeconds)
        : new CustardException(ErrorCode.QUERY_MODEL_UNAVAILABLE, sentence(model) + INSTEAD);
  }

  /**
   * What the call took.
   *
   * @param most where nobody knows
   */
  Tokens used(Tokens most) {
    if (!kind.takesTokens) {
      return Tokens.NONE;
    }
    return asked + answered == 0 ? most : new Tokens(asked, answered);
  }
}
