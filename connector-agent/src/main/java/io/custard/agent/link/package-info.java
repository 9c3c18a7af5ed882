/** The one link to the gateway: dialling, greeting, heartbeat, loss, and the reasons to give up. */
@NullMarked
package io.custard.agent.link;

import org.jspecify.annotations.NullMarked;
