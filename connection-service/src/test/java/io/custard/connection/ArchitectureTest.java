package io.custard.connection;

import io.custard.testkit.ArchitectureCheck;

class ArchitectureTest extends ArchitectureCheck {
  ArchitectureTest() {
    super("io.custard.connection");
  }
}
