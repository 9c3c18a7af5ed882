/** The stack that is measured, its processes, and agents and servers of a benchmark beside it. */
@NullMarked
package io.custard.bench.stack;

import org.jspecify.annotations.NullMarked;
