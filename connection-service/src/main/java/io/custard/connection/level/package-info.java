/** What the caller may do with each connection, asked before anything is done with one. */
@NullMarked
package io.custard.connection.level;

import org.jspecify.annotations.NullMarked;
