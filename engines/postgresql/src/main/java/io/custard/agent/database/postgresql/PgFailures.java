package io.custard.agent.database.postgresql;

import io.custard.agent.database.DatabaseAddress;
import io.custard.agent.database.StatementFailures;
import io.custard.agent.database.server.ServerFailures;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** What a SQLSTATE means. */
final class PgFailures extends ServerFailures {
  PgFailures(DatabaseAddress address) {
    super(address, "PostgreSQL");
  }

  @Override
  protected @Nullable CustardException refused(Throwable failure) {
    if (!(failure instanceof PgException refused)) {
      return null;
    }
    String state = refused.getSqlState() == null ? "" : refused.getSqlState();
    return switch (state) {
      case "28P01", "28000" -> loginRefused("SQLSTATE " + state);
      case "3D000" -> nameUnknown();
      case "42501" ->
          new CustardException(
              ErrorCode.AGENT_DATABASE_LOGIN_REFUSED,
              "User %s may not connect to database %s; grant it CONNECT."
                  .formatted(address().user(), address().name()));
      default -> noConnectionNow("SQLSTATE " + state);
    };
  }

  @Override
  protected CustardException ended(Throwable failure) {
    if (!(failure instanceof PgException refused) || refused.getSqlState() == null) {
      return unavailable();
    }
    String state = refused.getSqlState();
    if (state.equals("57014")) {
      return StatementFailures.late();
    }
    if (state.equals("25006")) {
      return StatementFailures.notReadOnly();
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return unavailable();
    }
    return StatementFailures.refused(
        SqlStates.phrase(state), "SQLSTATE " + state + position(state, refused.getPosition()));
  }

  private static String position(String state, @Nullable String position) {
    boolean isHarmless = state.startsWith("42") && position != null;
    return isHarmless ? ", position " + position : "";
  }
}
