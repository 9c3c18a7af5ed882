package io.custard.cli.output;

import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.QueryAnswer;
import io.custard.cli.api.QueryAnswer.Truncation;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** An answer for people: question, SQL, table, answer, and what they should be wary of. */
public final class AnswerText {
  private AnswerText() {}

  /**
   * Prints the whole answer.
   *
   * @param question null when SQL was given
   */
  public static void print(@Nullable String question, QueryAnswer answer, PrintStream out) {
    if (question != null) {
      out.println("? " + SafeText.line(question));
    }
    if (answer.sql() != null) {
      out.println(SafeText.lines(answer.sql()));
    }
    if (!answer.columns().isEmpty()) {
      out.println();
      ResultTable.print(answer.columns(), answer.rows(), out);
    }
    printTruncation(answer.truncated(), out);
    if (answer.answer() != null && !answer.answer().isBlank()) {
      out.println();
      out.println(SafeText.lines(answer.answer()));
    }
    answer.warnings().forEach(warning -> out.println("! " + SafeText.line(warning)));
  }

  private static void printTruncation(@Nullable Truncation truncated, PrintStream out) {
    if (truncated != null) {
      String reason = SafeText.line(truncated.reason());
      out.println("! There is more: cut by " + reason + " at " + truncated.limit() + ".");
    }
  }

  /** The refusal as one line, code first. */
  public static String of(ApiProblem problem) {
    return SafeText.line(problem.code()) + ": " + SafeText.line(problem.detail());
  }
}
