/**
 * What this service knows of people, sessions and API tokens, kept from {@code
 * custard.identity.v1}.
 */
@NullMarked
package io.custard.access.view;

import org.jspecify.annotations.NullMarked;
