/** Open sockets of agents: greeting, ownership in Redis, health, and their end. */
@NullMarked
package io.custard.gateway.link;

import org.jspecify.annotations.NullMarked;
