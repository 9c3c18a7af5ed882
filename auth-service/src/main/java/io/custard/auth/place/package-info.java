/** Where people are known: those places stay open when others are locked for too many attempts. */
@NullMarked
package io.custard.auth.place;

import org.jspecify.annotations.NullMarked;
