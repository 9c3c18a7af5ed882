package io.custard.launcher.demo;

import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.QueryAnswer;
import io.custard.cli.output.AnswerText;
import io.custard.cli.output.ResultLine;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Shows what came of a question. */
public sealed interface DemoReport {

  void answered(String question, QueryAnswer answer, long millis);

  void refused(String question, ApiProblem problem, long millis);

  /** One JSON object on one line for each question, and nothing else. */
  record Lines(PrintStream out) implements DemoReport {
    @Override
    public void answered(String question, QueryAnswer answer, long millis) {
      ResultLine.of(question, answer, millis).print(out);
    }

    @Override
    public void refused(String question, ApiProblem problem, long millis) {
      ResultLine.failed(question, null, problem, millis).print(out);
    }
  }

  /** Question, SQL, the first rows and the answer, for people. */
  record Text(PrintStream out) implements DemoReport {
    private static final int ROWS_SHOWN = 10;

    @Override
    public void answered(String question, QueryAnswer answer, long millis) {
      AnswerText.print(question, firstRows(answer), out);
      out.println("  (" + millis + " ms)");
      out.println();
      out.flush();
    }

    @Override
    public void refused(String question, ApiProblem problem, long millis) {
      out.println("? " + question);
      out.println("! " + AnswerText.of(problem));
      out.println();
      out.flush();
    }

    private static QueryAnswer firstRows(QueryAnswer answer) {
      int more = answer.rows().size() - ROWS_SHOWN;
      if (more <= 0) {
        return answer;
      }
      List<String> warnings = new ArrayList<>(answer.warnings());
      warnings.add(more + " more rows are not shown.");
      return new QueryAnswer(
          answer.question(),
          answer.sql(),
          answer.columns(),
          answer.rows().subList(0, ROWS_SHOWN),
          answer.truncated(),
          answer.answer(),
          warnings);
    }
  }
}
