package io.custard.agent;

import io.custard.testkit.ArchitectureCheck;

class ArchitectureTest extends ArchitectureCheck {
  ArchitectureTest() {
    super("io.custard.agent");
  }
}
