/** {@code /api/v1/history}: everybody's own history, searched and deleted by themselves. */
@NullMarked
package io.custard.query.history.search;

import org.jspecify.annotations.NullMarked;
