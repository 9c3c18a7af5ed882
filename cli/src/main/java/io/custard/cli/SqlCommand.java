package io.custard.cli;

import io.custard.cli.api.QueryRequest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code custard sql "select …"}. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs one checked SQL statement that reads.")
final class SqlCommand implements Callable<Integer> {
  private final RunQuery runQuery;

  @Mixin private final QueryOptions options = new QueryOptions();

  @Parameters(arity = "1..*", paramLabel = "SQL", description = "The statement.")
  private List<String> words = List.of();

  SqlCommand(RunQuery runQuery) {
    this.runQuery = runQuery;
  }

  @Override
  public Integer call() {
    String sql = String.join(" ", words);
    return runQuery.run(connection -> QueryRequest.sql(connection, sql), options);
  }
}
