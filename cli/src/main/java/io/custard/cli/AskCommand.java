package io.custard.cli;

import io.custard.cli.api.QueryRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code custard ask "…"}. */
@Command(
    name = "ask",
    mixinStandardHelpOptions = true,
    description = "Asks a question in plain English.")
final class AskCommand implements Callable<Integer> {
  private final RunQuery runQuery;

  @Mixin private final QueryOptions options = new QueryOptions();

  @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question.")
  private List<String> words = List.of();

  AskCommand(RunQuery runQuery) {
    this.runQuery = runQuery;
  }

  @Override
  public Integer call() {
    String question = String.join(" ", words);
    return runQuery.run(connection -> QueryRequest.question(connection, question), options);
  }
}
