/**
 * What the sample shop is made from: repeatable chance, word lists, places, people and money. It
 * knows nothing of tables.
 */
@NullMarked
package io.custard.launcher.sample.source;

import org.jspecify.annotations.NullMarked;
