package io.custard.cli.guard;

import io.custard.guard.Dialect;
import io.custard.guard.GuardLimits;
import io.custard.guard.SqlGuard;
import io.custard.guard.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code custard guard "select …" --dialect D} and {@code custard guard --jsonl}. */
@Command(
    name = "guard",
    mixinStandardHelpOptions = true,
    description = "Says whether a statement is one read, and why not. Needs no running stack.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every statement is accepted", "1:one is refused", "2:wrong usage"})
public final class GuardCommand implements Callable<Integer> {
  static final String DIALECTS =
      "postgresql (postgres), mysql (mariadb), sqlite, duckdb, clickhouse, sqlserver, trino";

  private static final int ACCEPTED = 0;
  private static final int REFUSED = 1;

  private final InputStream in;
  private final PrintStream out;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--jsonl",
      description =
          "Read lines {\"id\",\"sql\",\"dialect\"} from standard input, answer each with a line"
              + " {\"id\",\"verdict\",\"code\",\"message\",\"position\",\"micros\"}.")
  private boolean jsonl;

  @Option(
      names = "--dialect",
      paramLabel = "D",
      description = "One of " + DIALECTS + ". With --jsonl: of lines that name none.")
  private @Nullable String dialect;

  @Parameters(
      arity = "0..*",
      paramLabel = "SQL",
      description = "The statement; after -- if it starts with a dash.")
  private List<String> words = List.of();

  public GuardCommand(InputStream in, PrintStream out) {
    this.in = in;
    this.out = out;
  }

  @Override
  public Integer call() throws IOException {
    Optional<Dialect> known = Optional.ofNullable(dialect).flatMap(Dialect::of);
    if (dialect != null && known.isEmpty()) {
      throw usage("There is no dialect " + dialect + "; there are " + DIALECTS + ".");
    }
    if (jsonl == !words.isEmpty()) {
      throw usage("Give either a statement or --jsonl.");
    }
    if (jsonl) {
      return new JudgeLines(Optional.ofNullable(dialect), out).answer(in) ? ACCEPTED : REFUSED;
    }
    return judge(
        String.join(" ", words),
        known.orElseThrow(() -> usage("Name the dialect by --dialect: " + DIALECTS + ".")));
  }

  private int judge(String sql, Dialect known) {
    Verdict verdict = new SqlGuard(known, GuardLimits.defaults()).judge(sql);
    VerdictText.print(sql, verdict, out);
    return verdict instanceof Verdict.Accepted ? ACCEPTED : REFUSED;
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
