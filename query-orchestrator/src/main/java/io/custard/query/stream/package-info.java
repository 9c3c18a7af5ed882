/** Results of any size, row by row: POST /api/v1/query/stream. */
@NullMarked
package io.custard.query.stream;

import org.jspecify.annotations.NullMarked;
