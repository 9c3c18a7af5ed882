/** What a follow-up changes, and what has to be asked before it can be. */
@NullMarked
package io.custard.conversation.change;

import org.jspecify.annotations.NullMarked;
