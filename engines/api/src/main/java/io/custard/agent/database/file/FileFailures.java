package io.custard.agent.database.file;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says why a file cannot be a database before a driver is asked; the path is the owner's own. */
public final class FileFailures {
  private FileFailures() {}

  /** Throws unless there is a file that this process may read. */
  public static void check(Path file) {
    if (!Files.exists(file)) {
      throw new CustardException(
          ErrorCode.AGENT_DATABASE_NAME_UNKNOWN,
          "There is no file %s on the agent's machine; check the path in DB_URL.".formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      throw new CustardException(
          ErrorCode.AGENT_DATABASE_NAME_UNKNOWN,
          "%s is not a file; check the path in DB_URL.".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new CustardException(
          ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
          "The agent's user may not read %s; give it the right to.".formatted(file));
    }
  }

  /** The database is there but cannot be used now. */
  public static CustardException unavailable(Path file, String why) {
    return new CustardException(
        ErrorCode.AGENT_DATABASE_UNAVAILABLE,
        "The database file %s cannot be read now: %s.".formatted(file, why));
  }
}
