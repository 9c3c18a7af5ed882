package io.custard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.custard.access.Caller.ApiToken;
import io.custard.access.Caller.Credential;
import io.custard.access.Caller.Session;
import io.custard.problem.CustardException;
import io.custard.problem.ErrorCode;
import io.custard.protocol.OrganisationId;
import io.custard.protocol.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {
  private static final Session SESSION = new Session(UUID.randomUUID(), Instant.EPOCH);

  @Test
  void aLogInMayWhatItsRoleMay() {
    assertThat(caller(Role.VIEWER, SESSION).may(Permission.PASSWORD_CHANGE)).isTrue();
    assertThat(caller(Role.ANALYST, SESSION).may(Permission.MEMBER_REMOVE)).isFalse();
    assertThat(caller(Role.ADMIN, SESSION).may(Permission.MEMBER_REMOVE)).isTrue();
    assertThat(caller(Role.ADMIN, SESSION).may(Permission.ORGANISATION_DELETE)).isFalse();
    assertThat(refusal(caller(Role.ADMIN, SESSION), Permission.ORGANISATION_DELETE))
        .isEqualTo(ErrorCode.AUTH_FORBIDDEN);
  }

  @Test
  void ownersDoNotLookAfterThePlatform() {
    assertThat(refusal(caller(Role.OWNER, SESSION), Permission.PLATFORM_USER_DELETE))
        .isEqualTo(ErrorCode.AUTH_FORBIDDEN);
    assertThatCode(
            () -> platformAdmin(SESSION, Role.VIEWER).require(Permission.PLATFORM_USER_DELETE))
        .doesNotThrowAnyException();
    assertThat(platformAdmin(SESSION, Role.VIEWER).may(Permission.ORGANISATION_DELETE)).isFalse();
  }

  @Test
  void anApiTokenMayWhatBothItsScopesAndTheRoleOfItsPersonMay() {
    Caller asks = caller(Role.OWNER, new ApiToken("t", Set.of(Scope.ASK)));

    assertThat(asks.may(Permission.QUERY_ASK)).isTrue();
    assertThat(refusal(asks, Permission.QUERY_SQL)).isEqualTo(ErrorCode.AUTH_SCOPE_MISSING);
    Caller viewer = caller(Role.VIEWER, new ApiToken("t", EnumSet.allOf(Scope.class)));
    assertThat(refusal(viewer, Permission.AUDIT_SEARCH)).isEqualTo(ErrorCode.AUTH_FORBIDDEN);
  }

  @Test
  void anApiTokenWithEveryScopeManagesNeitherTokensNorSessionsNorPasswordsNorMembers() {
    Credential all = new ApiToken("t", EnumSet.allOf(Scope.class));
    Caller most = platformAdmin(all, Role.OWNER);

    for (Permission permission :
        Set.of(
            Permission.API_TOKEN_CREATE,
            Permission.API_TOKEN_READ,
            Permission.SESSION_READ,
            Permission.SESSION_END,
            Permission.PASSWORD_CHANGE,
            Permission.EMAIL_CHANGE,
            Permission.ACCOUNT_DELETE,
            Permission.MEMBER_CHANGE,
            Permission.MEMBER_REMOVE,
            Permission.INVITATION_CREATE,
            Permission.GRANT_CHANGE)) {
      assertThat(refusal(most, permission)).isEqualTo(ErrorCode.AUTH_SESSION_NEEDED);
    }
    assertThat(Arrays.stream(Permission.values()).filter(Permission::forPlatform))
        .isNotEmpty()
        .noneMatch(most::may);
  }

  private static ErrorCode refusal(Caller caller, Permission permission) {
    assertThat(caller.may(permission)).isFalse();
    assertThatThrownBy(() -> caller.require(permission)).isInstanceOf(CustardException.class);
    try {
      caller.require(permission);
      throw new AssertionError("not refused");
    } catch (CustardException refused) {
      return refused.code();
    }
  }

  private static Caller caller(Role role, Credential credential) {
    return caller(role, credential, false);
  }

  private static Caller platformAdmin(Credential credential, Role role) {
    return caller(role, credential, true);
  }

  private static Caller caller(Role role, Credential credential, boolean platformAdmin) {
    return new Caller(
        UserId.random(),
        OrganisationId.random(),
        role,
        "ann@example.com",
        platformAdmin,
        credential,
        Instant.MAX,
        null);
  }
}
