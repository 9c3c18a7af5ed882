/** How soon an agent is linked, and how much memory it takes. */
@NullMarked
package io.custard.bench.footprint;

import org.jspecify.annotations.NullMarked;
