package io.custard.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.gateway.schema.Discovery.Standing;
import io.custard.protocol.agent.SchemaEnd;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiscoveryTest {
  @Test
  void isWholeWhenEverythingCameAndWasPublished() {
    Discovery discovery = new Discovery(5, null);
    discovery.receive();
    discovery.receive();

    assertThat(discovery.published(true)).isEqualTo(Standing.OPEN);
    assertThat(discovery.ended(end(2, null))).isEqualTo(Standing.OPEN);
    assertThat(discovery.published(true)).isEqualTo(Standing.WHOLE);
  }

  @Test
  void isBrokenWhenATableWasNotPublished() {
    Discovery discovery = new Discovery(5, null);
    discovery.receive();
    discovery.published(false);

    assertThat(discovery.ended(end(1, null))).isEqualTo(Standing.BROKEN);
  }

  @Test
  void isBrokenWhenTheCountDoesNotFit() {
    Discovery discovery = new Discovery(5, null);
    discovery.receive();
    discovery.published(true);

    assertThat(discovery.ended(end(2, null))).isEqualTo(Standing.BROKEN);
  }

  @Test
  void changesCountOnlyOnTheBaseThatWasAskedFor() {
    assertThat(new Discovery(5, 4L).ended(end(7, "4"))).isEqualTo(Standing.WHOLE);
    assertThat(new Discovery(5, 4L).ended(end(7, "3"))).isEqualTo(Standing.BROKEN);
    assertThat(new Discovery(5, null).ended(end(7, "4"))).isEqualTo(Standing.BROKEN);
  }

  @Test
  void takesNothingAfterItsEnd() {
    Discovery discovery = new Discovery(5, null);
    discovery.ended(end(0, null));

    assertThat(discovery.receive()).isFalse();
    assertThat(discovery.ended(end(0, null))).isEqualTo(Standing.OPEN);
  }

  private static SchemaEnd end(int tables, @Nullable String base) {
    return new SchemaEnd("5", tables, "f", base, null);
  }
}
