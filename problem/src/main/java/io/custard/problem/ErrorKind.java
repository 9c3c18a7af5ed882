package io.custard.problem;

/** Who has to act on an error. */
public enum ErrorKind {
  /** The request itself must change. */
  USER,
  /** The caller must prove who it is, or may not do this. */
  AUTH,
  /** A limit was reached; smaller or later works. */
  LIMIT,
  /** Something Custard depends on is away; later works. */
  UPSTREAM,
  /** Our fault. */
  INTERNAL
}
