package io.custard.auth;

import io.custard.testkit.ArchitectureCheck;

class ArchitectureTest extends ArchitectureCheck {
  ArchitectureTest() {
    super("io.custard.auth");
  }
}
