/**
 * What a first run needs to have something to ask, made through the public API like anybody would.
 */
@NullMarked
package io.custard.launcher.seed;

import org.jspecify.annotations.NullMarked;
