/** What goes when an organisation or a person does. */
@NullMarked
package io.custard.query.organisation;

import org.jspecify.annotations.NullMarked;
