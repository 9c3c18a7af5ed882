/**
 * {@code bench fuzz}: texts of every kind that must not break the guard. Each is made from the seed
 * and its own number alone, so a finding can be made again.
 */
@NullMarked
package io.custard.bench.fuzz;

import org.jspecify.annotations.NullMarked;
