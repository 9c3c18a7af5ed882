package io.custard.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.custard.guard.RefusalCode;
import io.custard.problem.ErrorCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalCodesTest {
  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void everyRefusalOfTheGuardIsAnErrorCode(RefusalCode refusal) {
    assertThat(ErrorCode.of(refusal.name())).isNotEqualTo(ErrorCode.UNKNOWN);
  }
}
