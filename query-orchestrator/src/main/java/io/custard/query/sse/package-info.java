/** Server-sent events as the HTML standard writes them. */
@NullMarked
package io.custard.query.sse;

import org.jspecify.annotations.NullMarked;
