/**
 * MySQL 9 and older and MariaDB 12 and older, read as their scanners and grammars read them. Where
 * the two differ, a text passes only if neither of them can take it for more than a read.
 *
 * <p>The session has to pin {@code sql_mode} without ANSI_QUOTES, NO_BACKSLASH_ESCAPES, ORACLE and
 * MSSQL, and a connection character set in which a backslash is never part of another character:
 * utf8mb4.
 */
@NullMarked
package io.custard.guard.mysql;

import org.jspecify.annotations.NullMarked;
