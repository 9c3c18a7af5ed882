/**
 * Reading SQL text as a database does: one {@link io.custard.guard.text.Lexer} per dialect, written
 * to the server's own rules, so that a comment, a literal or a name ends for the guard where it
 * ends for the server.
 */
@NullMarked
package io.custard.guard.text;

import org.jspecify.annotations.NullMarked;
