/** From what a request shows to who sent it. */
@NullMarked
package io.custard.access.token;

import org.jspecify.annotations.NullMarked;
