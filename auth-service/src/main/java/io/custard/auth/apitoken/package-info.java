/** Personal API tokens: made, listed and revoked by the person they speak for. */
@NullMarked
package io.custard.auth.apitoken;

import org.jspecify.annotations.NullMarked;
