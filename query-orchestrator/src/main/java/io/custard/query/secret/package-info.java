/** Secrets of organisations that are given back to nobody, as they lie in the database. */
@NullMarked
package io.custard.query.secret;

import org.jspecify.annotations.NullMarked;
