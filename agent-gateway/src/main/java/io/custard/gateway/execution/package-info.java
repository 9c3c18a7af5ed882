/** Statements under way: commands from other services in, frames to agents out, replies back. */
@NullMarked
package io.custard.gateway.execution;

import org.jspecify.annotations.NullMarked;
