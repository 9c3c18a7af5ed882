/**
 * What the agent is told at its start: environment, flags and limits, checked before anything runs.
 */
@NullMarked
package io.custard.agent.config;

import org.jspecify.annotations.NullMarked;
