package io.custard.bench.fuzz;

import io.custard.guard.Dialect;

/**
 * A text to be judged.
 *
 * @param number which text of the run it is
 */
record Input(long number, Kind kind, Dialect dialect, String sql) {}
