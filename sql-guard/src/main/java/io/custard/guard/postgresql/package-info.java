/** PostgreSQL 17 and older, read as its own scanner and grammar read it. */
@NullMarked
package io.custard.guard.postgresql;

import org.jspecify.annotations.NullMarked;
