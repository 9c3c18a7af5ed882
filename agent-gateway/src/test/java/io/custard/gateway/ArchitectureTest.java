package io.custard.gateway;

import io.custard.testkit.ArchitectureCheck;

class ArchitectureTest extends ArchitectureCheck {
  ArchitectureTest() {
    super("io.custard.gateway");
  }
}
