/** {@code /api/v1/threads}: conversations of people, theirs alone unless they share them. */
@NullMarked
package io.custard.query.thread;

import org.jspecify.annotations.NullMarked;
