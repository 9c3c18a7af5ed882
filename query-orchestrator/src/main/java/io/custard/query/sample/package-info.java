/**
 * Values of a database that a model may see, where the connection's exposure and the agent's policy
 * let it: a few of each column that looks like a short list. They come from executions whose
 * purpose is {@code model} and in no other way.
 */
@NullMarked
package io.custard.query.sample;

import org.jspecify.annotations.NullMarked;
