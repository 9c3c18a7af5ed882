package io.custard.cli;

import io.custard.cli.api.ApiProblem;
import io.custard.cli.api.CustardApi;
import io.custard.cli.api.NotRunningException;
import io.custard.cli.api.RowStream;
import io.custard.cli.api.StreamRequest;
import io.custard.cli.output.AnswerText;
import io.custard.cli.output.SafeText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Copies the rows of a statement to a file or the terminal, however many there are. */
final class StreamQuery {
  private final Surroundings surroundings;

  StreamQuery(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The same exit codes as of an answer; a stream that did not come to its end counts as refused.
   *
   * @param output null for standard output
   */
  int run(String sql, String format, @Nullable String connection, @Nullable Path output) {
    try {
      Target target = Target.find(surroundings, connection);
      String token = token(target);
      StreamRequest request = new StreamRequest(target.connectionId(), sql, format);
      try (OutputStream out = open(output)) {
        say(new RowStream(target.edge(), token).copy(request, out));
      }
      return RunQuery.ANSWERED;
    } catch (NotRunningException e) {
      return complain(e.getMessage(), RunQuery.NOT_RUNNING);
    } catch (IllegalArgumentException e) {
      return complain(e.getMessage(), RunQuery.WRONG_USAGE);
    } catch (ApiProblem e) {
      return complain(AnswerText.of(e), RunQuery.REFUSED);
    } catch (IOException e) {
      return complain("The output cannot be written.", RunQuery.REFUSED);
    }
  }

  private static String token(Target target) throws ApiProblem, NotRunningException {
    try (CustardApi api = new CustardApi(target.edge())) {
      return target.login().token(api);
    }
  }

  private OutputStream open(@Nullable Path output) throws IOException {
    return output == null ? new Terminal(surroundings.out()) : Files.newOutputStream(output);
  }

  /** On the error stream: the other one holds rows. */
  private void say(RowStream.Ended ended) {
    if (!ended.rows().isEmpty()) {
      surroundings.err().println("(" + SafeText.line(ended.rows()) + " rows)");
    }
    if (!ended.truncation().isEmpty()) {
      surroundings
          .err()
          .println("! There is more: cut by " + SafeText.line(ended.truncation()) + ".");
    }
  }

  private int complain(@Nullable String message, int code) {
    surroundings.err().println(message);
    return code;
  }

  /** Fails where a print stream would only remember that its reader has gone. */
  private static final class Terminal extends FilterOutputStream {
    private final PrintStream print;

    Terminal(PrintStream print) {
      super(print);
      this.print = print;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      print.write(bytes, offset, length);
      if (print.checkError()) {
        throw new IOException("nobody reads");
      }
    }

    @Override
    public void close() {
      print.flush();
    }
  }
}
