/** From what was asked to a judged statement: find the connection, translate, judge. */
@NullMarked
package io.custard.query.compose;

import org.jspecify.annotations.NullMarked;
