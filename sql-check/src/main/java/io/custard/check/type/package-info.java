/** Finds comparisons and calculations with values of a type the server does not take there. */
@NullMarked
package io.custard.check.type;

import org.jspecify.annotations.NullMarked;
