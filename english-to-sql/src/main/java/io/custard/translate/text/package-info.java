/** Words: tokens, stems, numbers, dates and the words inside identifiers. */
@NullMarked
package io.custard.translate.text;

import org.jspecify.annotations.NullMarked;
