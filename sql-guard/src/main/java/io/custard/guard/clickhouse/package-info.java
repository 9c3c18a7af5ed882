/**
 * ClickHouse. It has almost no reserved words: whether a word is a key word is decided by where it
 * stands, as its own parser does by trying.
 */
@NullMarked
package io.custard.guard.clickhouse;

import org.jspecify.annotations.NullMarked;
