package io.custard.cli;

import io.custard.cli.api.QueryRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code custard sql "select …"}. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    description = "Runs one checked SQL statement that reads.")
final class SqlCommand implements Callable<Integer> {
  /** The forms that rows are streamed in. */
  enum Format {
    csv,
    ndjson
  }

  private final RunQuery runQuery;
  private final StreamQuery streamQuery;

  @Mixin private final QueryOptions options = new QueryOptions();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "csv|ndjson",
      description = "Stream all rows in this form instead of showing some in a table.")
  private @Nullable Format format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where streamed rows go; standard output by default.")
  private @Nullable Path output;

  @Parameters(arity = "1..*", paramLabel = "SQL", description = "The statement.")
  private List<String> words = List.of();

  SqlCommand(RunQuery runQuery, StreamQuery streamQuery) {
    this.runQuery = runQuery;
    this.streamQuery = streamQuery;
  }

  @Override
  public Integer call() {
    String sql = String.join(" ", words);
    if (format != null) {
      usage(!options.json(), "--json and --format exclude each other.");
      return streamQuery.run(sql, format.name(), options.connection(), output);
    }
    usage(output == null, "--output needs --format.");
    return runQuery.run(connection -> QueryRequest.sql(connection, sql), options);
  }

  private void usage(boolean right, String otherwise) {
    if (!right && spec != null) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }
}
