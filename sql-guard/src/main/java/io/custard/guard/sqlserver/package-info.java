/**
 * Microsoft SQL Server and Azure SQL, with QUOTED_IDENTIFIER on.
 *
 * <p>Statements need no separator there, so every reserved word that has no place in a query is
 * refused wherever it stands, and so are words that start a statement without being reserved where
 * an alias could stand.
 */
@NullMarked
package io.custard.guard.sqlserver;

import org.jspecify.annotations.NullMarked;
