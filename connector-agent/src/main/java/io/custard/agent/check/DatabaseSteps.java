package io.custard.agent.check;

import io.custard.agent.config.AgentSettings;
import io.custard.agent.database.Checkup;
import io.custard.agent.database.Database;
import io.custard.agent.link.ExitCode;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the database answers, and whether the role may do more than read. */
final class DatabaseSteps {
  private static final long LIMIT_MILLIS = 15_000;

  private final Vertx vertx;
  private final AgentSettings settings;
  private @Nullable Database database;
  private @Nullable Checkup checkup;

  DatabaseSteps(Vertx vertx, AgentSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
  }

  List<Step> steps() {
    return List.of(
        new Step("database", "settings", LIMIT_MILLIS, this::probe, this::away),
        new Step("role", "database", LIMIT_MILLIS, this::role, this::away));
  }

  Future<Void> close() {
    Database open = database;
    return open == null ? Future.succeededFuture() : open.close();
  }

  private Future<Finding> probe() {
    Database opened = settings.engine().open(vertx, settings.database(), 1);
    database = opened;
    return opened
        .probe()
        .map(found -> {
          checkup = found;
          return Finding.ok("%s %s answers.".formatted(opened.dialect(), found.version()));
        });
  }

  private Future<Finding> role() {
    Checkup found = checkup;
    if (found == null || found.roleFindings().isEmpty()) {
      return Future.succeededFuture(Finding.ok("The role may only read."));
    }
    Finding finding =
        Finding.warning(
            String.join(" ", found.roleFindings()),
            "Give the agent a role that may only read; CUSTARD_REQUIRE_CLEAN_ROLE=true insists on"
                + " one.");
    String repair = found.roleRepair();
    return Future.succeededFuture(repair == null ? finding : finding.withSql(repair));
  }

  private Finding away(Throwable failure) {
    if (failure instanceof CustardException known) {
      return Finding.failed(
          ExitCode.DATABASE_AWAY, known.code() + ": " + known.detail(), advice(known.code()));
    }
    return Finding.failed(
        ExitCode.DATABASE_AWAY,
        "The database does not answer in time.",
        advice(ErrorCode.AGENT_DATABASE_UNAVAILABLE));
  }

  private static String advice(ErrorCode code) {
    return switch (code) {
      case AGENT_DATABASE_HOST_UNKNOWN -> "Check the host in DB_URL, and DNS on this machine.";
      case AGENT_DATABASE_PORT_REFUSED ->
          "Check the port in DB_URL, that the server runs, and that it listens for this machine.";
      case AGENT_DATABASE_LOGIN_REFUSED -> "Check DB_USER and DB_PASSWORD, or those in DB_URL.";
      case AGENT_DATABASE_NAME_UNKNOWN -> "Check the database's name, or path, in DB_URL.";
      default -> "Check DB_URL, and that nothing between here and the server holds packets back.";
    };
  }
}
