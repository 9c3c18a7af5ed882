package io.custard.auth.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How mails are sent. The server itself is configured by {@code quarkus.mailer}. */
@ConfigMapping(prefix = "custard.auth.mail")
interface MailConfig {

  /** How often the queue is looked into. */
  @WithDefault("1s")
  Duration tick();

  /** Mails on their way to the server at the same time. */
  @WithDefault("10")
  @Min(1)
  @Max(100)
  int batch();

  /** How long the server may take for one. */
  @WithDefault("30s")
  Duration deadline();

  /** The pause after a first failure; it doubles with each further one, give or take a half. */
  @WithDefault("5s")
  Duration firstPause();

  /** The longest pause between two attempts. */
  @WithDefault("15m")
  Duration longestPause();

  /** Attempts before a mail is given up; with the pauses above about two hours. */
  @WithDefault("15")
  @Min(1)
  @Max(100)
  int attempts();
}
