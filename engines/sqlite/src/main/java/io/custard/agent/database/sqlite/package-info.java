/**
 * SQLite through its JDBC driver, in this process. Every statement has a handle of its own, opened
 * for reading and thrown away after it ({@link io.custard.agent.database.sqlite.ReadOnlyHandle});
 * one query and nothing else is prepared on it ({@link
 * io.custard.agent.database.sqlite.SingleQuery}).
 */
@NullMarked
package io.custard.agent.database.sqlite;

import org.jspecify.annotations.NullMarked;
