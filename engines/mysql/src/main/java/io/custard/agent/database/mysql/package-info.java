/**
 * MySQL and MariaDB through the Vert.x client.
 *
 * <p>The client connects and authenticates; what it would lose or allow is taken from it by {@link
 * io.custard.agent.database.mysql.ResultTap}: rows are read from the wire (json would become
 * doubles, a zero date null), they are streamed without a cursor (a cursor would make the server
 * copy the whole result first), and a server's request for a file of this machine ends the session.
 */
@NullMarked
package io.custard.agent.database.mysql;

import org.jspecify.annotations.NullMarked;
