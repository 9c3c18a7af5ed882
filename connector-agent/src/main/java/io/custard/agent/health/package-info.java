/** What the agent reports of its database and role every heartbeat. */
@NullMarked
package io.custard.agent.health;

import org.jspecify.annotations.NullMarked;
