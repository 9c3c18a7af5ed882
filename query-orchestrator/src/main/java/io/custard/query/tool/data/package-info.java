/** Tools that bring values of a database. */
@NullMarked
package io.custard.query.tool.data;

import org.jspecify.annotations.NullMarked;
