package io.custard.launcher.stack;

import io.custard.cli.api.RunContext;
import io.custard.launcher.seed.AgentStatus;

/**
 * A stack that is up.
 *
 * @param context where it is and how to log in
 * @param agent what became of the link to the database
 */
public record RunningStack(RunContext context, AgentStatus agent) {}
