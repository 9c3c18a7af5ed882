/** Changes a statement, one change at a time, clause by clause. */
@NullMarked
package io.custard.conversation.edit;

import org.jspecify.annotations.NullMarked;
