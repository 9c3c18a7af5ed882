/** What people think of their answers, and what that says to the administrators. */
@NullMarked
package io.custard.query.feedback;

import org.jspecify.annotations.NullMarked;
