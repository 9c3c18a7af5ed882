package io.custard.auth.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long invitations are good for, and how many there may be. */
@ConfigMapping(prefix = "custard.auth.invitation")
interface InvitationConfig {

  /** From the newest mail on; its link is good for seven days at most. */
  @WithDefault("7d")
  Duration lifetime();

  /** Invitations of one organisation that are not accepted yet. */
  @WithDefault("100")
  @Min(1)
  @Max(10_000)
  int open();

  /** Mails about one invitation, the first included. */
  @WithDefault("5")
  @Min(1)
  @Max(100)
  int mails();

  /** Between two mails about the same invitation. */
  @WithDefault("1m")
  Duration pause();
}
