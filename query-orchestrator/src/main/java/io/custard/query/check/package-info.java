/** Statements held against the schema: names that are not there, and joins that count wrongly. */
@NullMarked
package io.custard.query.check;

import org.jspecify.annotations.NullMarked;
