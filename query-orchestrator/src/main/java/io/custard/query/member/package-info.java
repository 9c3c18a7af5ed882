/** Which agent of a connection gets a statement. */
@NullMarked
package io.custard.query.member;

import org.jspecify.annotations.NullMarked;
