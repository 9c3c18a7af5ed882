package io.custard.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consumers that were killed together with the broker. The broker has written them down and would
 * keep their partitions for them until their session ends, 45 seconds in which the next run hears
 * nothing. Nobody can be a member of a group on a broker that has only just started.
 */
final class DeadMembers {
  private static final Logger LOG = LoggerFactory.getLogger(DeadMembers.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Set<GroupState> WITH_MEMBERS =
      Set.of(GroupState.STABLE, GroupState.PREPARING_REBALANCE, GroupState.COMPLETING_REBALANCE);

  private static final String OFFSETS = "__consumer_offsets";

  /**
   * A group on each of the two partitions of the offsets topic (see kafka.properties). Asking about
   * them is answered only when their partition is read in again, and the list of groups is not
   * complete before.
   */
  private static final List<String> PROBES = List.of("a", "b");

  private DeadMembers() {}

  /** Without it everything works, only later: a failure is logged and that is all. */
  static void remove(Admin admin) throws InterruptedException {
    try {
      if (!get(admin.listTopics(new ListTopicsOptions().listInternal(true)).names())
          .contains(OFFSETS)) {
        return;
      }
      awaitGroups(admin);
      List<String> groups =
          get(
                  admin
                      .listGroups(ListGroupsOptions.forConsumerGroups().inGroupStates(WITH_MEMBERS))
                      .all())
              .stream()
              .map(GroupListing::groupId)
              .toList();
      for (String group : groups) {
        get(
            admin
                .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                .all());
      }
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Members of the last run stay in their groups until their sessions end", e);
    }
  }

  private static void awaitGroups(Admin admin) throws InterruptedException, TimeoutException {
    for (KafkaFuture<?> probe : admin.describeConsumerGroups(PROBES).describedGroups().values()) {
      try {
        get(probe);
      } catch (ExecutionException e) {
        // There is no such group: that is an answer.
      }
    }
  }

  private static <T> T get(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }
}
