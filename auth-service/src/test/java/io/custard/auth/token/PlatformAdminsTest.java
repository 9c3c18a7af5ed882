package io.custard.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlatformAdminsTest {
  @Test
  void whoseEmailIsOnTheListIsNamedBesideTheirRole() {
    PlatformAdmins admins = new PlatformAdmins(Optional.of(List.of(" Root@Example.com ", "")));

    assertThat(admins.groups("root@example.com", "viewer"))
        .containsExactlyInAnyOrder("viewer", "platform-admin");
    assertThat(admins.groups("ann@example.com", "owner")).containsExactly("owner");
    assertThat(admins.groups("", "owner")).containsExactly("owner");
  }

  @Test
  void withoutAListThereIsNone() {
    assertThat(new PlatformAdmins(Optional.empty()).groups("root@example.com", "owner"))
        .containsExactly("owner");
  }
}
