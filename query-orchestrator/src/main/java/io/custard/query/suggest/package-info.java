/** Questions to begin with, made of a connection's schema and tried before they are shown. */
@NullMarked
package io.custard.query.suggest;

import org.jspecify.annotations.NullMarked;
