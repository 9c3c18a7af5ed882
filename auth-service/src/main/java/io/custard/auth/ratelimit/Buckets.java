package io.custard.auth.ratelimit;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where buckets are kept. */
interface Buckets {

  /**
   * Takes from one bucket after the other until one is empty; what was taken before stays taken.
   *
   * @param cost 1, or -1 to give one back
   */
  Uni<Verdict> take(List<Bucket> buckets, int cost);
}
