/** The keys of a connection's agents: making, showing without the secret, revoking, last use. */
@NullMarked
package io.custard.connection.key;

import org.jspecify.annotations.NullMarked;
