package io.custard.agent.link;

/**
 * Who this agent is.
 *
 * @param instanceId drawn at the start of the process; stays the same over reconnects
 * @param startEpochMillis when the process started, by its own clock; for people, never compared
 */
public record LinkIdentity(
    String connectionId, String instanceId, String build, long startEpochMillis) {}
