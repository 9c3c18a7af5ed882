package io.custard.gateway.key;

import io.custard.protocol.ConnectionId;
import io.custard.protocol.agent.AgentKey;
import java.util.Optional;

/**
 * Somebody asks to link.
 *
 * @param address where from, as far as it can be believed
 * @param connectionId as asked for; perhaps made up
 * @param key as shown; empty when it is none
 */
record Attempt(String address, ConnectionId connectionId, Optional<AgentKey> key) {}
