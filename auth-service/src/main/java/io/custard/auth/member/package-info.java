/** Who belongs to which organisation, as stored; at present each person has one of their own. */
@NullMarked
package io.custard.auth.member;

import org.jspecify.annotations.NullMarked;
