/** The one call that answers a question: POST /api/v1/query. */
@NullMarked
package io.custard.query.ask;

import org.jspecify.annotations.NullMarked;
