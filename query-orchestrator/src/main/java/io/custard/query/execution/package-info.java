/** Runs one judged statement on an agent and hands on what it brings, chunk by chunk. */
@NullMarked
package io.custard.query.execution;

import org.jspecify.annotations.NullMarked;
