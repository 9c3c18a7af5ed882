package io.custard.launcher.demo;

import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.CustardApi;
import io.custard.cli.api.NotRunningException;
import io.custard.cli.api.QueryAnswer;
import io.custard.cli.api.QueryRequest;
import io.custard.cli.api.RunContext;
import io.custard.launcher.home.LauncherException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks questions one after the other, as the demo account, and reports each at once. */
public final class AskQuestions {
  private final RunContext context;
  private final DemoReport report;

  public AskQuestions(RunContext context, DemoReport report) {
    this.context = context;
    this.report = report;
  }

  /** Whether all were answered. */
  public boolean ask(List<String> questions) {
    try (CustardApi api = new CustardApi(context.url())) {
      String token = api.login(context.email(), context.password());
      boolean all = true;
      for (String question : questions) {
        all &= ask(api, token, question);
      }
      return all;
    } catch (ApiProblem e) {
      throw new LauncherException("The demo account cannot log in. " + e.detail(), e);
    } catch (NotRunningException e) {
      throw new LauncherException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Reports the same refusal for each, without asking: the database cannot be used. */
  public void refuse(List<String> questions, ApiProblem problem) {
    questions.forEach(question -> report.refused(question, problem, 0));
  }

  private boolean ask(CustardApi api, String token, String question) throws NotRunningException {
    long start = System.nanoTime();
    try {
      QueryAnswer answer =
          api.query(token, QueryRequest.question(context.connectionId(), question));
      report.answered(question, answer, millisSince(start));
      return true;
    } catch (ApiProblem e) {
      report.refused(question, e, millisSince(start));
      return false;
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
