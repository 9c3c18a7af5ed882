/** The status of connections as it changes, as server-sent events. */
@NullMarked
package io.custard.connection.feed;

import org.jspecify.annotations.NullMarked;
