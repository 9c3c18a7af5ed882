/** Large results through the suite beside the bare client's COPY. */
@NullMarked
package io.custard.bench.stream;

import org.jspecify.annotations.NullMarked;
