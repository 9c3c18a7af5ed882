/** What a question asks for, as values without SQL. */
@NullMarked
package io.custard.conversation.state;

import org.jspecify.annotations.NullMarked;
