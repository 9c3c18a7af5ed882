/**
 * {@code custard eval}: recorded statements run through the whole suite, and held against the
 * databases themselves.
 */
@NullMarked
package io.custard.evaluation;

import org.jspecify.annotations.NullMarked;
