/** How quickly the stack starts and answers, and what it costs beside the bare database. */
@NullMarked
package io.custard.bench.demo;

import org.jspecify.annotations.NullMarked;
