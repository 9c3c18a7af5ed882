/** The grammar of follow-ups: each reader knows phrases of one kind. */
@NullMarked
package io.custard.conversation.phrase;

import org.jspecify.annotations.NullMarked;
