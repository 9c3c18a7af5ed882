/**
 * The sample database a first run starts with: its schema, its loading, and the role that may only
 * read it.
 */
@NullMarked
package io.custard.launcher.sample;

import org.jspecify.annotations.NullMarked;
