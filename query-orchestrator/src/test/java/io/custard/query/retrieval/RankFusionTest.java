package io.custard.query.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankFusionTest {
  @Test
  void whatIsGoodInBothOrdersComesFirst() {
    RankFusion fusion = new RankFusion(4);
    fusion.add(new double[] {9, 8, 1, 0});
    fusion.add(new double[] {0, 0.9, 0.8, 0.1});

    assertThat(fusion.best()).startsWith(1);
  }

  @Test
  void anOrderThatKnowsNothingChangesNothing() {
    RankFusion fusion = new RankFusion(3);
    fusion.add(new double[] {1, 3, 2});
    fusion.add(new double[3]);

    assertThat(fusion.best()).containsExactly(1, 2, 0);
  }
}
