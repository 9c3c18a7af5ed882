/** How lists are read page by page, the newest first, and how their parameters are read. */
@NullMarked
package io.custard.query.page;

import org.jspecify.annotations.NullMarked;
