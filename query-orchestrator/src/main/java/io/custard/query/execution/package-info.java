/** Runs one judged statement on an agent and collects its result. */
@NullMarked
package io.custard.query.execution;

import org.jspecify.annotations.NullMarked;
