package io.custard.gateway.execution;

import io.custard.gateway.link.AgentLink;
import io.custard.protocol.QueryId;
import io.custard.protocol.event.ReplicaAddress;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One statement under way on one link.
 *
 * @param credit bytes of rows the agent may still send; negative when it sent more than it was
 *     given
 * @param deadlineEpochMillis when its asker stops waiting
 */
record Execution(
    QueryId queryId,
    AgentLink link,
    ReplicaAddress replyTo,
    AtomicLong credit,
    long deadlineEpochMillis) {}
