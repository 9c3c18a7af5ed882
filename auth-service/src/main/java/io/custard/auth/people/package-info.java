/** What administrators of an organisation do with its members. */
@NullMarked
package io.custard.auth.people;

import org.jspecify.annotations.NullMarked;
