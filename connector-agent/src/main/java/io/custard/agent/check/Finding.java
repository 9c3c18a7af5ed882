package io.custard.agent.check;

import io.custard.agent.link.ExitCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one step found.
 *
 * @param code of the process if this is the worst that was found
 * @param detail one sentence; no secret, no value of the database
 * @param advice what to do, a sentence each; empty where there is nothing to do
 * @param sql statements for a person to run
 */
record Finding(Mark mark, ExitCode code, String detail, List<String> advice, Optional<String> sql) {
  Finding {
    advice = List.copyOf(advice);
  }

  /** How a step ended. */
  enum Mark {
    OK("✓"),
    WARNING("!"),
    FAILED("✗"),
    SKIPPED("–");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String detail) {
    return new Finding(Mark.OK, ExitCode.STOPPED, detail, List.of(), Optional.empty());
  }

  static Finding warning(String detail, String... advice) {
    return new Finding(Mark.WARNING, ExitCode.WARNINGS, detail, List.of(advice), Optional.empty());
  }

  static Finding failed(ExitCode code, String detail, String... advice) {
    return new Finding(Mark.FAILED, code, detail, List.of(advice), Optional.empty());
  }

  static Finding skipped(String because) {
    return new Finding(Mark.SKIPPED, ExitCode.STOPPED, because, List.of(), Optional.empty());
  }

  Finding withSql(String statements) {
    return new Finding(mark, code, detail, advice, Optional.of(statements));
  }
}
