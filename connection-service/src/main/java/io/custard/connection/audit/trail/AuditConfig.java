package io.custard.connection.audit.trail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How long the audit log is kept and how much of it is read at once. */
@ConfigMapping(prefix = "custard.connection.audit")
interface AuditConfig {

  /** Events older than this are deleted; zero: none ever is. */
  @WithDefault("400d")
  Duration retention();

  /** Events deleted in one transaction. */
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int pruneStep();

  /** Such transactions in one run; the next run is an hour later. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int pruneSteps();

  /** Events an export reads and holds at once. */
  @WithDefault("200")
  @Min(1)
  @Max(1_000)
  int exportPage();

  /** Exports under way at once in one replica, of all organisations. */
  @WithDefault("8")
  @Min(1)
  @Max(100)
  int mostExports();
}
