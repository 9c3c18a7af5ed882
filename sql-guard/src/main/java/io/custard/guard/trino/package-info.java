/** Trino 477 and older, read as its own grammar reads it. */
@NullMarked
package io.custard.guard.trino;

import org.jspecify.annotations.NullMarked;
