/**
 * Who may do what: the roles, the one permission matrix, and who sent a request. Every service asks
 * here and decides nothing of it itself.
 */
@NullMarked
package io.custard.access;

import org.jspecify.annotations.NullMarked;
