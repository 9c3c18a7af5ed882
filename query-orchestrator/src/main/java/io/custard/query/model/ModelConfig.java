package io.custard.query.model;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Models by configuration; any endpoint that speaks OpenAI's chat completions. */
@ConfigMapping(prefix = "custard.query.models")
public interface ModelConfig {

  /** By the name people choose; in the environment {@code CUSTARD_QUERY_MODELS_NAMED_<NAME>_…}. */
  @Valid
  Map<String, One> named();

  /** The name of the one that is asked where nobody chose; absent: the built-in translator. */
  Optional<String> usual();

  /** Calls to models that one replica has under way at most; more are told to come later. */
  @WithDefault("32")
  @Min(1)
  @Max(1_000)
  int atOnce();

  /**
   * Host names, addresses and networks (as in {@code 10.0.0.0/8}) that organisations may name for
   * models of theirs beside public addresses with {@code https}; there also without TLS.
   */
  Optional<List<String>> allowedHosts();

  /** How often a model that somebody uses or looks at is asked whether it is there. */
  @WithDefault("60s")
  Duration probeEvery();

  /** One model. */
  interface One {

    /** With the version, such as {@code https://api.openai.com/v1}. */
    URI baseUrl();

    /** As the endpoint calls it. */
    String model();

    /** Absent: none is sent. */
    Optional<String> apiKey();

    /** Other names for it. */
    Optional<List<String>> aliases();

    /** Tokens that fit into one call, the answer's among them. */
    @WithDefault("16384")
    @Min(2_048)
    @Max(4_194_304)
    int contextTokens();

    /** Tokens of an answer at most. */
    @WithDefault("1024")
    @Min(128)
    @Max(131_072)
    int answerTokens();

    /** For one call. */
    @WithDefault("30s")
    Duration timeout();

    /** How it is told to answer with JSON. */
    @WithDefault("schema")
    JsonMode json();
  }
}
