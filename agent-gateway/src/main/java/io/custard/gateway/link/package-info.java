/** Open sockets of agents as the other features see them. */
@NullMarked
package io.custard.gateway.link;

import org.jspecify.annotations.NullMarked;
