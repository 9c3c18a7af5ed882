/** What whoever runs the agent can ask it on a local port: is it well, and how much did it do. */
@NullMarked
package io.custard.agent.metrics;

import org.jspecify.annotations.NullMarked;
