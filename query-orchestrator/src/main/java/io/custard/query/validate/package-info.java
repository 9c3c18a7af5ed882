/** What is to be said of a statement before anybody runs it. */
@NullMarked
package io.custard.query.validate;

import org.jspecify.annotations.NullMarked;
