/** Everything started in order and stopped in reverse: servers, services, edge, agent. */
@NullMarked
package io.custard.launcher.stack;

import org.jspecify.annotations.NullMarked;
