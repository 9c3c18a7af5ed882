/** Tools that tell names: connections, tables and columns. */
@NullMarked
package io.custard.query.tool.catalog;

import org.jspecify.annotations.NullMarked;
