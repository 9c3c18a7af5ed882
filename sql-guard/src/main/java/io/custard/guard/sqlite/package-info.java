/** SQLite 3.51 and older, read as its own tokenizer and grammar read it. */
@NullMarked
package io.custard.guard.sqlite;

import org.jspecify.annotations.NullMarked;
