package io.custard.query.execution;

import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.event.LinkOwner;
import io.custard.replica.link.LinkDirectory;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A gateway that is killed tells nobody that its links are gone. Its agents link elsewhere within
 * seconds, and the directory says so: a statement whose link is not in it any more is lost, long
 * before its deadline.
 */
@ApplicationScoped
class LostLinks {
  private static final Logger LOG = Logger.getLogger(LostLinks.class);
  private static final long LOOK_MILLIS = 1_000;

  /** Younger statements are not looked up: most end before. */
  private static final long YOUNG_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long a link may be missing while other links of the connection are there. */
  private static final long REPLACED_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  /** The same without others: an emptied Redis is filled again within three seconds. */
  private static final long ALONE_NANOS = TimeUnit.SECONDS.toNanos(6);

  private final PendingStatements pending;
  private final LinkDirectory directory;

  LostLinks(PendingStatements pending, LinkDirectory directory) {
    this.pending = pending;
    this.directory = directory;
  }

  void start(@Observes StartupEvent started, Vertx vertx) {
    vertx.setPeriodic(LOOK_MILLIS, now -> look());
  }

  private void look() {
    Set<ConnectionId> asked = new HashSet<>();
    for (Run run : pending.all()) {
      ConnectionId connection = run.statement().connectionId();
      if (run.attempt().filter(attempt -> attempt.ageNanos() > YOUNG_NANOS).isPresent()
          && asked.add(connection)) {
        directory
            .members(connection)
            .subscribe()
            .with(
                members -> compare(connection, members),
                failure -> LOG.debug("The directory does not answer; links are not looked after"));
      }
    }
  }

  private void compare(ConnectionId connection, List<LinkOwner> members) {
    long allowed = members.isEmpty() ? ALONE_NANOS : REPLACED_NANOS;
    for (Run run : pending.all()) {
      if (run.statement().connectionId().equals(connection)) {
        run.attempt()
            .filter(attempt -> attempt.missingNanos(isMissing(attempt, members)) > allowed)
            .ifPresent(attempt -> run.failed(attempt.id(), lost()));
      }
    }
  }

  private static boolean isMissing(Attempt attempt, List<LinkOwner> members) {
    return members.stream()
        .noneMatch(member ->
            member.linkId().equals(attempt.owner().linkId())
                || attempt.owner().linkId().equals(member.leaving()));
  }

  private static CustardException lost() {
    return new CustardException(
        ErrorCode.AGENT_LINK_LOST, "The agent's link broke while the statement ran. Ask again.");
  }
}
