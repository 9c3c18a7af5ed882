/** What is asked in a conversation, and what came of it. */
@NullMarked
package io.custard.query.thread.message;

import org.jspecify.annotations.NullMarked;
