package io.custard.query.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The one test with the real model. */
class InProcessVectorsTest {
  @Test
  void whatMeansAboutTheSameLiesCloser() {
    InProcessVectors vectors = new InProcessVectors(true);

    double alike = likeness(vectors, "sales amount", "revenue");
    double other = likeness(vectors, "sales amount", "giraffe");

    assertThat(alike).isGreaterThan(other + 0.1);
  }

  @Test
  void switchedOffThereAreNone() {
    assertThat(new InProcessVectors(false).of(Wording.of("revenue"))).isEmpty();
  }

  private static double likeness(TextVectors vectors, String one, String other) {
    float[] asked = vectors.of(Wording.of(one)).orElseThrow();
    return QuantisedVector.of(vectors.of(Wording.of(other)).orElseThrow()).likeness(asked);
  }
}
