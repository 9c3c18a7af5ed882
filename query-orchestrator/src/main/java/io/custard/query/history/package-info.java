/** What people asked and how it ended, written behind the answers. */
@NullMarked
package io.custard.query.history;

import org.jspecify.annotations.NullMarked;
