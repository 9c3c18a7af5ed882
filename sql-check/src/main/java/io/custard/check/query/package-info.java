/**
 * Reads a statement: resolves its names, reports those that mean nothing, and makes a {@link
 * io.custard.check.block.Block} of each of its SELECTs.
 */
@NullMarked
package io.custard.check.query;

import org.jspecify.annotations.NullMarked;
