/** Calls in a closed loop, and how long they took. */
@NullMarked
package io.custard.bench.load;

import org.jspecify.annotations.NullMarked;
