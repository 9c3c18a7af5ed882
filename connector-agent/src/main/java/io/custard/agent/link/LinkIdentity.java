package io.custard.agent.link;

/**
 * Who this agent is.
 *
 * @param instanceId drawn at the start of the process; stays the same over reconnects
 */
public record LinkIdentity(String connectionId, String instanceId, String build) {}
