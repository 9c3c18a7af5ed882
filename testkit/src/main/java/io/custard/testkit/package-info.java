/**
 * What the tests of every module share: real servers behind a {@code @QuarkusTest}, access tokens
 * as auth-service signs them, and the rules of the architecture.
 */
@NullMarked
package io.custard.testkit;

import org.jspecify.annotations.NullMarked;
