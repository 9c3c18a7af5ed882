package io.custard.auth.ratelimit;

/**
 * Whether something may be tried.
 *
 * @param refusedBy place of the bucket that was empty, from 0; -1: none was
 * @param waitSeconds until it has one again
 */
record Verdict(int refusedBy, double waitSeconds) {
  static final Verdict ALLOWED = new Verdict(-1, 0);

  boolean allowed() {
    return refusedBy < 0;
  }
}
