/** Ten thousand idle agents on one gateway, and all of them coming back at once. */
@NullMarked
package io.custard.bench.link;

import org.jspecify.annotations.NullMarked;
