/** What changed in a connection's schema between two discoveries. */
@NullMarked
package io.custard.connection.drift;

import org.jspecify.annotations.NullMarked;
