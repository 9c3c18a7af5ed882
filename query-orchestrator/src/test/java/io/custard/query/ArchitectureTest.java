package io.custard.query;

import io.custard.testkit.ArchitectureCheck;

class ArchitectureTest extends ArchitectureCheck {
  ArchitectureTest() {
    super("io.custard.query");
  }
}
