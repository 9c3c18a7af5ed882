/**
 * What engines share that read rows from a server's socket: the tap before the client, the cursor.
 */
@NullMarked
package io.custard.agent.database.wire;

import org.jspecify.annotations.NullMarked;
