/** DuckDB 1.3 and newer: a descendant of PostgreSQL's grammar with a larger language of queries. */
@NullMarked
package io.custard.guard.duckdb;

import org.jspecify.annotations.NullMarked;
