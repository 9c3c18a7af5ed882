/** Leaving without a broken statement. */
@NullMarked
package io.custard.gateway.drain;

import org.jspecify.annotations.NullMarked;
