/** Looks after the links that stand: lamps, silence, revoked keys, tests. */
@NullMarked
package io.custard.gateway.watch;

import org.jspecify.annotations.NullMarked;
