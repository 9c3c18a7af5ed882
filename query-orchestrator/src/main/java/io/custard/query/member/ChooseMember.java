package io.custard.query.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.ConnectionId;
import io.custard.protocol.LinkId;
import io.custard.protocol.QueryId;
import io.custard.protocol.agent.Health;
import io.custard.protocol.event.LinkOwner;
import io.custard.replica.link.LinkDirectory;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Picks the agent that gets a statement: linked, able to encode the rows, its database not known to
 * be down, and with the fewest statements under way; among equals at random.
 */
@ApplicationScoped
public class ChooseMember {
  private static final Logger LOG = Logger.getLogger(ChooseMember.class);

  /** Gateways say every second how much a link has to do. */
  private static final Duration STAMP = Duration.ofMillis(1_750);

  /** So old the directory's word may be for a first try; a second one asks anew. */
  private static final Duration READ = Duration.ofMillis(250);

  private static final int KEPT = 10_000;

  private static final String NOT_LINKED =
      "Start the connector agent of this connection; GET /api/v1/connections/{id}/status shows when"
          + " it is linked.";
  private static final String NOT_ABLE =
      "The connector agent of this connection is too old for this; update it.";
  private static final String DATABASE_AWAY =
      "The agent is linked, but cannot read its database; GET"
          + " /api/v1/connections/{id}/status says why.";

  private final Cache<ConnectionId, List<LinkOwner>> read =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(READ).build();
  private final LinkDirectory directory;
  private final OwnLoad own = new OwnLoad(STAMP);

  ChooseMember(LinkDirectory directory) {
    this.directory = directory;
  }

  /** Fails with a code that says what is missing: a link, a newer agent, a database. */
  public Uni<LinkOwner> choose(
      ConnectionId connection, Set<String> capabilities, Set<LinkId> leaveOut) {
    List<LinkOwner> known = leaveOut.isEmpty() ? read.getIfPresent(connection) : null;
    if (known != null) {
      try {
        return Uni.createFrom().item(pick(known, capabilities, leaveOut));
      } catch (CustardException e) {
        LOG.debugf("Nobody fits any more, asking the directory code=%s", e.code());
      }
    }
    return directory
        .members(connection)
        .invoke(members -> read.put(connection, members))
        .onFailure()
        .transform(ChooseMember::directoryAway)
        .map(members -> pick(members, capabilities, leaveOut));
  }

  /** Counts a statement that is on its way; {@link #ended} takes it away again. */
  public void sent(LinkId link, QueryId query) {
    own.sent(link, query, System.nanoTime());
  }

  public void ended(LinkId link, QueryId query) {
    own.ended(link, query);
  }

  private LinkOwner pick(List<LinkOwner> members, Set<String> capabilities, Set<LinkId> leaveOut) {
    List<LinkOwner> linked =
        members.stream()
            .filter(member -> !leaveOut.contains(member.linkId()))
            .filter(member -> !Boolean.TRUE.equals(member.draining()))
            .filter(member -> !member.database().equals(LinkOwner.SILENT))
            .toList();
    expect(linked, ErrorCode.AGENT_NOT_LINKED, NOT_LINKED);
    List<LinkOwner> able = linked.stream().filter(member -> can(member, capabilities)).toList();
    expect(able, ErrorCode.AGENT_CAPABILITY_MISSING, NOT_ABLE);
    List<LinkOwner> alive =
        able.stream().filter(member -> !member.database().equals(Health.RED)).toList();
    expect(alive, databaseCode(able), DATABASE_AWAY);
    return leastBusy(alive);
  }

  private LinkOwner leastBusy(List<LinkOwner> members) {
    long now = System.nanoTime();
    int[] load =
        members.stream()
            .mapToInt(member -> member.inFlight() + own.recent(member.linkId(), now))
            .toArray();
    int least = Arrays.stream(load).min().orElseThrow();
    int[] ties = IntStream.range(0, load.length).filter(i -> load[i] == least).toArray();
    return members.get(ties[ThreadLocalRandom.current().nextInt(ties.length)]);
  }

  private static boolean can(LinkOwner member, Set<String> capabilities) {
    List<String> told = member.capabilities();
    return told == null ? capabilities.isEmpty() : told.containsAll(capabilities);
  }

  /** Why the agents' database is red, as the first that says so puts it. */
  private static ErrorCode databaseCode(List<LinkOwner> members) {
    return members.stream()
        .map(LinkOwner::databaseCode)
        .filter(Objects::nonNull)
        .map(ErrorCode::of)
        .filter(code -> code != ErrorCode.UNKNOWN)
        .findFirst()
        .orElse(ErrorCode.AGENT_DATABASE_UNAVAILABLE);
  }

  private static void expect(List<LinkOwner> some, ErrorCode code, String otherwise) {
    if (some.isEmpty()) {
      throw new CustardException(code, otherwise);
    }
  }

  private static CustardException directoryAway(Throwable cause) {
    return new CustardException(
        ErrorCode.UPSTREAM_UNAVAILABLE,
        "The directory of agents does not answer; ask again.",
        cause);
  }
}
