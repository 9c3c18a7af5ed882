/** What the connection of a request says about its caller. */
@NullMarked
package io.custard.query.http;

import org.jspecify.annotations.NullMarked;
