/** What is read often from the database and changes seldom. */
@NullMarked
package io.custard.query.fresh;

import org.jspecify.annotations.NullMarked;
