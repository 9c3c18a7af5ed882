/** A question's way through the suite beside the bare hops it is made of. */
@NullMarked
package io.custard.bench.roundtrip;

import org.jspecify.annotations.NullMarked;
