/** Sends the schema, table by table, with its fingerprint. */
@NullMarked
package io.custard.agent.schema;

import org.jspecify.annotations.NullMarked;
