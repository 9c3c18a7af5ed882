/**
 * The figures of the guard: what it lets through, what it refuses, how fast it is beside other
 * parsers ({@code bench guard}), and that no text whatever breaks it ({@code bench fuzz}).
 */
@NullMarked
package io.custard.bench.guard;

import org.jspecify.annotations.NullMarked;
