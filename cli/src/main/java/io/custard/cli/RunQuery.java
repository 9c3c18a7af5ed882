package io.custard.cli;

import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.CustardApi;
import io.custard.cli.api.NotRunningException;
import io.custard.cli.api.QueryAnswer;
import io.custard.cli.api.QueryRequest;
import io.custard.cli.output.AnswerText;
import io.custard.cli.output.ResultLine;
import java.time.Duration;
import java.util.function.Function;

/** Asks once, prints the answer or the refusal, and turns the outcome into an exit code. */
final class RunQuery {
  static final int ANSWERED = 0;
  static final int REFUSED = 1;
  static final int WRONG_USAGE = 2;
  static final int NOT_RUNNING = 3;

  private final Surroundings surroundings;

  RunQuery(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Asks the target that options and environment name.
   *
   * @param asked what to ask of the connection with this id
   */
  int run(Function<String, QueryRequest> asked, QueryOptions options) {
    try {
      Target target = Target.find(surroundings, options.connection());
      return ask(target, asked.apply(target.connectionId()), options);
    } catch (NotRunningException e) {
      surroundings.err().println(e.getMessage());
      return NOT_RUNNING;
    } catch (IllegalArgumentException e) {
      surroundings.err().println(e.getMessage());
      return WRONG_USAGE;
    }
  }

  private int ask(Target target, QueryRequest request, QueryOptions options)
      throws NotRunningException {
    long start = System.nanoTime();
    try (CustardApi api = new CustardApi(target.edge())) {
      String token = target.login().token(api);
      start = System.nanoTime();
      QueryAnswer answer = api.query(token, request);
      printAnswer(request, answer, millisSince(start), options);
      return ANSWERED;
    } catch (ApiProblem e) {
      printRefusal(request, e, millisSince(start), options);
      return REFUSED;
    }
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private void printAnswer(
      QueryRequest request, QueryAnswer answer, long millis, QueryOptions options) {
    if (options.json()) {
      ResultLine.of(request.question(), answer, millis).print(surroundings.out());
    } else {
      AnswerText.print(request.question(), answer, surroundings.out());
    }
  }

  private void printRefusal(
      QueryRequest request, ApiProblem problem, long millis, QueryOptions options) {
    if (options.json()) {
      ResultLine.failed(request.question(), request.sql(), problem, millis)
          .print(surroundings.out());
    }
    surroundings.err().println(AnswerText.of(problem));
  }
}
