/**
 * The figures of this project: {@code custard bench NAME}. Each prints one JSON line or a table.
 */
@NullMarked
package io.custard.bench;

import org.jspecify.annotations.NullMarked;
