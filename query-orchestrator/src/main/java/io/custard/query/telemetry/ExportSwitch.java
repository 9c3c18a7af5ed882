package io.custard.query.telemetry;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Traces are made only where there is somebody to send them to: the standard's own setting. */
public final class ExportSwitch implements ConfigSourceFactory {
  /** In the environment {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  static final String ENDPOINT = "otel.exporter.otlp.endpoint";

  /** Below files and environment, which may still decide otherwise. */
  private static final int ORDINAL = 200;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue endpoint = context.getValue(ENDPOINT);
    boolean on = endpoint != null && endpoint.getValue() != null && !endpoint.getValue().isBlank();
    return List.of(
        new PropertiesConfigSource(
            Map.of("quarkus.otel.sdk.disabled", Boolean.toString(!on)), "traces", ORDINAL));
  }
}
