package io.custard.check.join;

import io.custard.check.Caution;
import io.custard.check.block.Block;
import io.custard.check.block.Joins;
import io.custard.check.schema.Names;
import java.util.stream.Stream;

/** The cautions of one SELECT. */
public final class JoinCautions {
  private final Names names;

  public JoinCautions(Names names) {
    this.names = names;
  }

  public Stream<Caution> of(Block block) {
    Joins joins = block.joins();
    if (joins.sources().size() < 2 || joins.areMany() || !joins.certain()) {
      return Stream.empty();
    }
    return Stream.of(
            new Repetition(block).cautions(),
            new Loss(block, names).cautions(),
            new KeylessJoins(block, names).cautions())
        .flatMap(cautions -> cautions);
  }
}
