/**
 * DuckDB through its JDBC driver, in this process. Every statement has a connection of its own to a
 * database that is open for reading only ({@link
 * io.custard.agent.database.duckdb.ReadOnlyConnection}); one query and nothing else is prepared on
 * it ({@link io.custard.agent.database.duckdb.SingleQuery}).
 */
@NullMarked
package io.custard.agent.database.duckdb;

import org.jspecify.annotations.NullMarked;
