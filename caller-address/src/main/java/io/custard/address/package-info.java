/** Where a request comes from when proxies stand before us. */
@NullMarked
package io.custard.address;

import org.jspecify.annotations.NullMarked;
