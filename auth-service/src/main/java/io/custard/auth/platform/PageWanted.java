package io.custard.auth.platform;

import io.custard.auth.member.Cursor;
import org.jspecify.annotations.Nullable;

/** Which part of a long list somebody wants. */
record PageWanted(@Nullable String search, Cursor after, int limit) {}
