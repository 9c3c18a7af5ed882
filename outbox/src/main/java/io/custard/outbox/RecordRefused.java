package io.custard.outbox;

/** The broker will not take this record, however often it is asked. */
final class RecordRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RecordRefused(Throwable cause) {
    super(cause.getClass().getSimpleName(), cause);
  }
}
