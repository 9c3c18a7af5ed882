/**
 * Answers as people and programs read them. Everything that comes from a database is treated as
 * hostile to the terminal.
 */
@NullMarked
package io.custard.cli.output;

import org.jspecify.annotations.NullMarked;
