/** What a tool is, and one call of it. */
@NullMarked
package io.custard.query.tool.call;

import org.jspecify.annotations.NullMarked;
