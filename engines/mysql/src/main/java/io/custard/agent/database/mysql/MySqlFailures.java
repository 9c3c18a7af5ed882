package io.custard.agent.database.mysql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.StatementFailures;
import io.custard.agent.database.server.ServerFailures;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.mysqlclient.MySQLException;
import org.jspecify.annotations.Nullable;

/** What an error's number means. */
final class MySqlFailures extends ServerFailures {
  MySqlFailures(DatabaseAddress address) {
    super(address, "MySQL");
  }

  @Override
  protected @Nullable CustardException refused(Throwable failure) {
    if (failure instanceof MySQLException refused) {
      return refused(refused.getErrorCode());
    }
    if (failure instanceof UnsupportedOperationException) {
      return new CustardException(
          ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
          "User %s logs in by a method that the agent does not know; use caching_sha2_password or"
                  .formatted(address().user())
              + " mysql_native_password for it.");
    }
    return null;
  }

  private CustardException refused(int error) {
    return switch (error) {
      case 1045, 1130, 1698, 1862, 3118 -> loginRefused("error " + error);
      case 1049 -> nameUnknown();
      case 1044 ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
              "User %s may not use database %s; grant it SELECT there."
                  .formatted(address().user(), address().name()));
      default -> noConnectionNow("error " + error);
    };
  }

  @Override
  protected CustardException ended(Throwable failure) {
    if (!(failure instanceof MySQLException refused)) {
      return unavailable();
    }
    int error = refused.getErrorCode();
    return switch (error) {
      case 1969, 3024, 1317 -> StatementFailures.late();
      case 1792, 1290 -> StatementFailures.notReadOnly();
      case 1053, 1927, 4031 -> unavailable();
      default -> StatementFailures.refused(ErrorPhrases.of(error), "error " + error);
    };
  }
}
