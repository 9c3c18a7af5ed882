/** {@code /api/v1/query/examples}: whoever manages a connection verifies what is a good answer. */
@NullMarked
package io.custard.query.example.verify;

import org.jspecify.annotations.NullMarked;
