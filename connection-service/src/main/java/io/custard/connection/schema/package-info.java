/** The tables of a connection's database as its agent found them. */
@NullMarked
package io.custard.connection.schema;

import org.jspecify.annotations.NullMarked;
