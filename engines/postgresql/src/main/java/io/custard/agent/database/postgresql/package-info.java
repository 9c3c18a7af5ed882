/**
 * PostgreSQL through the Vert.x client.
 *
 * <p>The client's own decoders lose values (json becomes doubles, 45 days become a month, oid, bit
 * and xml become null), so {@link io.custard.agent.database.postgresql.ResultTap} reads the rows
 * from the wire: values arrive as the server prints them and leave as JSON without a detour.
 */
@NullMarked
package io.custard.agent.database.postgresql;

import org.jspecify.annotations.NullMarked;
