/** Questions with statements that somebody verified, found again for questions like them. */
@NullMarked
package io.custard.query.example;

import org.jspecify.annotations.NullMarked;
