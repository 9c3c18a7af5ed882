/**
 * The agent's own policy: a YAML file of the database's owner that says what may be read, how much
 * and when. The stricter of it and of what the cloud asks wins; the cloud cannot change it.
 *
 * <p>Start reading at {@link io.custard.agent.policy.AgentPolicy}; the form of the file is in
 * {@code docs/agent-policy.md}.
 */
@NullMarked
package io.custard.agent.policy;

import org.jspecify.annotations.NullMarked;
