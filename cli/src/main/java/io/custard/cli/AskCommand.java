package io.custard.cli;

import io.custard.cli.api.QueryRequest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model that puts it into SQL, or built-in; otherwise the usual one.")
  private @Nullable String model;

  AskCommand(RunQuery runQuery) {
    this.runQuery = runQuery;
  }

  @Override
  public Integer call() {
    String question = String.join(" ", words);
    return runQuery.run(connection -> QueryRequest.question(connection, question, model), options);
  }
}
