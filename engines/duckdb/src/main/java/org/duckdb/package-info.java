/** The driver's own package, for the one call of it that it does not offer to others. */
@NullMarked
package org.duckdb;

import org.jspecify.annotations.NullMarked;
