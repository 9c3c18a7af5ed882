package io.custard.query.tool.call;

import io.smallrye.mutiny.Uni;

/** Something that is done on request. It reads; it changes nothing in any database. */
public interface Tool<A extends Record> {

  /** The same at every call. */
  About<A> about();

  /**
   * Does it. The caller has the permission and, where the arguments are {@link OfConnection}, its
   * level on the connection; where a person has to approve, one has.
   *
   * @return what becomes JSON; fails with a coded exception. Cancelling it ends what is under way.
   */
  Uni<?> run(ToolCall<A> call);
}
