/** Finds joins that make the figures of a statement mean something else than they seem to. */
@NullMarked
package io.custard.check.join;

import org.jspecify.annotations.NullMarked;
