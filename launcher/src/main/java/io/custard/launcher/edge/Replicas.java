package io.custard.launcher.edge;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The processes of one service, at least one. Each request begins with the next of them. */
final class Replicas {
  private final List<Upstream> members;
  private final AtomicInteger turn = new AtomicInteger();

  Replicas(List<Upstream> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a service without a process");
    }
    this.members = List.copyOf(members);
  }

  String service() {
    return members.getFirst().service();
  }

  /** The one whose requests need no spreading. */
  Upstream first() {
    return members.getFirst();
  }

  /** All of them, in the order in which this request tries them. */
  List<Upstream> inTurn() {
    int begin = Math.floorMod(turn.getAndIncrement(), members.size());
    return IntStream.range(0, members.size())
        .mapToObj(i -> members.get((begin + i) % members.size()))
        .toList();
  }
}
