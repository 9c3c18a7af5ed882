/** The schemas of all connections, as agents discovered them. */
@NullMarked
package io.custard.query.schema;

import org.jspecify.annotations.NullMarked;
