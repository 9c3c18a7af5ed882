/**
 * Resolves a statement's names and writes down what each of its SELECTs does: which relations it
 * joins, by what, how it groups and what it calculates.
 */
@NullMarked
package io.custard.check.query;

import org.jspecify.annotations.NullMarked;
