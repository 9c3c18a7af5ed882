package io.custard.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.testkit.ArchitectureCheck;
import jakarta.ws.rs.GET;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ArchitectureCheck {
  ArchitectureTest() {
    super("io.custard.access");
  }

  @Test
  void aResourceMethodThatDoesNotSayWhoMayCallItIsFound() {
    assertThatThrownBy(() -> checkResourceMethods(Forgetful.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("forgotten")
        .hasMessageNotContaining("said")
        .hasMessageNotContaining("anybody");
  }

  static final class Forgetful {
    @GET
    public String forgotten() {
      return "";
    }

    @GET
    @Needs(Permission.PROFILE_READ)
    public String said() {
      return "";
    }

    @GET
    @Open("a test")
    public String anybody() {
      return "";
    }
  }
}
