/** Which agents are linked to a connection and how they are. */
@NullMarked
package io.custard.connection.status;

import org.jspecify.annotations.NullMarked;
