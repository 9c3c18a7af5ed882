/** The language models of this installation, and how one is asked. */
@NullMarked
package io.custard.query.model;

import org.jspecify.annotations.NullMarked;
