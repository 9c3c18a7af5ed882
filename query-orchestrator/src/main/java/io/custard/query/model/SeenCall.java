package io.custard.query.model;

import io.custard.query.telemetry.ModelCall;
import io.custard.query.telemetry.ModelCall.Outcome;
import java.util.Locale;

/** Calls as traces and metrics see them. */
final class SeenCall {
  /** Organisations name theirs as they like, and metrics live as long as the process. */
  private static final String OF_ORGANISATIONS = "organisation";

  private SeenCall() {}

  static ModelCall of(Model model) {
    return new ModelCall(
        model.owner() == null ? model.name() : OF_ORGANISATIONS,
        model.id(),
        model.baseUrl(),
        model.answerTokens(),
        Endpoint.TEMPERATURE);
  }

  /** An answer that counts was not cut off. */
  static Outcome answered(Said said) {
    return new Outcome("stop", said.asked(), said.answered(), "");
  }

  static Outcome failed(Throwable failure) {
    if (!(failure instanceof ModelFailure known)) {
      return new Outcome("", 0, 0, "_OTHER");
    }
    String reason =
        switch (known.kind()) {
          case CUT_OFF -> "length";
          case REFUSED -> "content_filter";
          case UNREACHABLE,
              BROKEN_OFF,
              LATE,
              LIMITED,
              KEY_REFUSED,
              REQUEST_REFUSED,
              MALFORMED,
              BUSY,
              AWAY,
              ADDRESS_REFUSED,
              BUDGET_SPENT,
              UNCOUNTED ->
              "";
        };
    return new Outcome(reason, 0, 0, known.kind().name().toLowerCase(Locale.ROOT));
  }
}
